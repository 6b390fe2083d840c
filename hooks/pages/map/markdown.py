"""The page with the map: the picture, and the same as text."""

from hooks.addresses.ways import facts_on_every_way, query_of
from hooks.pages.map.boxes import HEADING_LINE, LINE, PADDING, ROW_PADDING, TEXT
from hooks.pages.map.text_width import wrap
from hooks.pages.map.tree_map import draw_map
from hooks.pages.map.tree_outline import outline
from hooks.render import render
from hooks.writing.answers import Answer
from troubleshooter.tree import Tree

NAME = ["From the error", "to the answer"]
NAME_LINE = 27
HOW_TO_READ = (
    "{questions} questions lead to {answers} answers. Start at the left: what does the log show? "
    "A line leads to the next question, whose box has its colour. A row without a line names the answer."
)


def map_markdown(tree: Tree, answers: dict[str, Answer], root: str) -> str:
    """Return the map and its text for a page that is no index page.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    picture = draw_map(tree, {answer.id: answer.title for answer in answers.values()})
    reached = {row.row.way.answer for box in picture.boxes for row in box.rows} - {""}
    how_to_read = HOW_TO_READ.format(questions=len(tree.questions), answers=len(reached))
    queries = {key: query_of(facts) for key, facts in facts_on_every_way(tree).items()}
    return render(
        "map.md",
        picture=picture,
        name=NAME,
        name_line=NAME_LINE,
        how_to_read=wrap(how_to_read, picture.box_width, TEXT),
        line=LINE,
        heading_line=HEADING_LINE,
        padding=PADDING,
        row_padding=ROW_PADDING,
        # Raw addresses start from the page, which is one folder deeper than its file.
        site=f"{root}../",
        root=root,
        queries=queries,
        tree=tree,
        answers=answers,
        entries=outline(tree),
    )
