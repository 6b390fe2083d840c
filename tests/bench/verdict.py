"""The line that says whether a measurement is within its budget."""


def verdict(what: str, value: float, budget: float, at_least: bool = False) -> None:
    """Print the measurement, its budget, and pass or over."""
    passes = value >= budget if at_least else value <= budget
    number = f"{value:.0f}" if float(value).is_integer() else f"{value:.2f}" if value < 10 else f"{value:.1f}"
    print(
        f"{what}: {number}, at {'least' if at_least else 'most'} {budget:g}: {'pass' if passes else 'over'}"
    )
