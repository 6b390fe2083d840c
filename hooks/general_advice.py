"""The line that names which steps of a list are general advice."""


def general_advice(numbers: list[int], count: int) -> str:
    """Say which of `count` items are general advice, as in "Steps 2–4 and 6"."""
    end = "general advice; the menu names may differ."
    if not numbers:
        return "This is general advice."
    if len(numbers) == count:
        return f"These steps are {end}" if count > 1 else f"This step is {end}"
    if len(numbers) == 1:
        return f"Step {numbers[0]} is {end}"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    return f"Steps {listed} are {end}"
