"""What a screen reader is told on every screen of Kontor: each control has a name of its own, and each row a summary."""
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 60.0
AGAIN_AFTER = 6.0
# What one answer of the program may take, and that of a program that has just started, in milliseconds: a busy machine is no fault of the tree.
ATSPI_PATIENCE = (20_000, 60_000)
ROWS = 12
ROLES = Atspi.Role
CONTROLS = {
    ROLES.PUSH_BUTTON, ROLES.TOGGLE_BUTTON, ROLES.CHECK_BOX, ROLES.RADIO_BUTTON, ROLES.COMBO_BOX, ROLES.TEXT, ROLES.ENTRY,
    ROLES.SPIN_BUTTON, ROLES.SLIDER, ROLES.PAGE_TAB, ROLES.LINK, ROLES.LIST, ROLES.TABLE, ROLES.TREE, ROLES.TREE_TABLE,
    ROLES.MENU_ITEM, ROLES.CHECK_MENU_ITEM, ROLES.RADIO_MENU_ITEM, ROLES.MENU, ROLES.TABLE_COLUMN_HEADER, ROLES.PASSWORD_TEXT,
}
VIEWS = {ROLES.LIST, ROLES.TABLE, ROLES.TREE, ROLES.TREE_TABLE}
PANES = {ROLES.DIALOG, ROLES.FRAME, ROLES.PANEL, ROLES.FILLER, ROLES.MENU, ROLES.MENU_BAR, ROLES.TOOL_BAR, ROLES.PAGE_TAB_LIST} | VIEWS
# What a programmer calls it, not what a person would.
TECHNICAL = re.compile(r"^Q[A-Z]\w+$|^[a-z]+[A-Z]\w*$|^\w+_\w+$|::")


def wait_for(what, condition, again=None, app=None):
    """`again`: what is done once more when nothing came for a while; a key may arrive before the rows that it is for. `app`: says where the keys went."""
    start = time.monotonic()
    repeat = start + AGAIN_AFTER
    while time.monotonic() < start + PATIENCE:
        found = condition()
        if found:
            return found
        if again and time.monotonic() > repeat:
            again()
            repeat = time.monotonic() + AGAIN_AFTER
        time.sleep(0.1)
    print(f"{what}: did not come within {PATIENCE:.0f} s")
    if app:
        window = xdotool("getactivewindow", "getwindowname")[0]
        focused = find(app, lambda node: is_showing(node) and node.get_state_set().contains(Atspi.StateType.FOCUSED))
        print(f"  in the window “{window}”; the keys go to {path_of(focused) if focused else 'nothing'}")
    sys.exit(1)


def children(node):
    for index in range(min(node.get_child_count(), 400)):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def is_showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def find(node, condition, depth=0):
    if depth > 25:
        return None
    for child in children(node):
        if condition(child):
            return child
        if child.get_role() not in VIEWS:
            found = find(child, condition, depth + 1)
            if found:
                return found
    return None


def label_of(node):
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return None


class Walk:
    def __init__(self):
        self.problems = []
        self.controls = 0
        self.rows = 0

    def check_name(self, screen, node, names):
        role = node.get_role_name()
        name = (node.get_name() or "").strip()
        if node.get_role() == ROLES.COMBO_BOX:
            # Here Qt makes the name of the value; what it is the value of comes from the label, or from the description.
            name = (label_of(node) or node.get_description() or "").strip()
        if not name:
            self.problems.append(f"{screen}: a {role} has no name (in {path_of(node)})")
        elif TECHNICAL.search(name):
            self.problems.append(f"{screen}: the {role} “{name}” is named for programmers")
        elif (role, name) in names:
            self.problems.append(f"{screen}: two of “{name}” ({role}) in one pane ({path_of(node)})")
        names.add((role, name))

    def check_rows(self, screen, view):
        table = view.get_table_iface() if view.get_role() != ROLES.LIST else None
        if table:
            rows = [table.get_accessible_at(row, 0) for row in range(min(table.get_n_rows(), ROWS))]
        else:
            rows = [view.get_child_at_index(row) for row in range(min(view.get_child_count(), ROWS))]
        for number, row in enumerate(rows):
            if row is None or row.get_role() in (ROLES.TABLE_COLUMN_HEADER, ROLES.FILLER, ROLES.PANEL):
                continue
            self.rows += 1
            if not (row.get_name() or "").strip():
                self.problems.append(f"{screen}: row {number + 1} of “{view.get_name()}” has no summary")

    def visit(self, screen, node, names, depth=0):
        if depth > 25:
            return
        for child in children(node):
            role = child.get_role()
            if role not in (ROLES.MENU_ITEM, ROLES.CHECK_MENU_ITEM, ROLES.RADIO_MENU_ITEM, ROLES.MENU) and not is_showing(child):
                continue
            if role in CONTROLS:
                self.controls += 1
                if "--list" in sys.argv:
                    print(f"  {child.get_role_name()}: {child.get_name()}")
                self.check_name(screen, child, names)
            if role in VIEWS:
                self.check_rows(screen, child)
                continue
            own = set() if role in PANES and (child.get_name() or role in (ROLES.MENU, ROLES.DIALOG)) else names
            self.visit(screen, child, own, depth + 1)


def path_of(node):
    names = []
    while node is not None and len(names) < 5:
        names.append(node.get_name() or node.get_role_name())
        node = node.get_parent()
    return " < ".join(names)


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False).stdout.split("\n")


def window_is_active():
    """Asks for it again and again: the window manager may not be there yet."""
    for window in xdotool("search", "--onlyvisible", "--name", "Kontor"):
        if window:
            xdotool("windowactivate", window)
    return any("Kontor" in line for line in xdotool("getactivewindow", "getwindowname"))


def application():
    desktop = Atspi.get_desktop(0)
    for app in children(desktop):
        if app.get_name() == "kontor" and app.get_child_count() > 0:
            return app
    return None


def named(app, name):
    """Something that shows now whose name begins so."""
    return find(app, lambda node: (node.get_name() or "").startswith(name) and is_showing(node))


# Screen, steps that lead there, the beginning of a name that shows when it is there. A step is one key or several; "focus:NAME" gives the focus to
# what is called so; "type:TEXT" types. A way that begins with "focus:" leads to the same place when it is gone again. In lists it goes by arrows: a list
# joins letters that come quickly after each other, also those of two steps.
CARE = "focus:What to look after"
SCREENS = [
    ("list", ["ctrl+2"], "Customers"),
    ("peek", ["ctrl+2", "Home", "alt+Return"], "Preview"),
    ("tags of a line", ["Escape", "ctrl+g"], "Find or add a tag"),
    ("why here", ["Escape", "ctrl+i"], "Why"),
    ("card", ["Escape", "ctrl+2", "Home", "Return"], "Log call"),
    ("composer", ["F7", "type:Asked for a price", "alt+2"], "When"),
    ("tags", ["ctrl+g"], "Find or add a tag"),
    ("purchase", ["Escape", "ctrl+b"], "Amount"),
    ("task of the card", ["Escape", "ctrl+t"], "What is to be done"),
    ("history of a customer", ["Escape", "ctrl+h"], "Find in the history"),
    ("find", ["ctrl+2", "ctrl+k"], "Find"),
    ("commands", ["Escape", "ctrl+shift+p"], "Find"),
    ("new customer", ["Escape", "ctrl+n"], "Phone"),
    ("keys", ["Escape", "F1"], "Keys"),
    ("segments", ["Escape", "ctrl+4"], "Segments and templates"),
    ("builder", ["ctrl+shift+n"], "Customers who match"),
    ("today", ["Escape", "ctrl+1"], "Tasks and what is worth a look"),
    ("new task", ["ctrl+t"], "What is to be done"),
    ("reminders", ["type:Ring the bank today 0:01", "Return", "ctrl+shift+r"], "Reminders that are due"),
    ("before the calls", ["Escape", "ctrl+2", "ctrl+F7"], "What the calls are for"),
    ("call session", ["Return"], "Note of the call"),
    ("history", ["ctrl+1", "ctrl+shift+h"], "Find in the history"),
    ("customer window", ["ctrl+2", "Home", "ctrl+Return"], "Customer card"),
    ("trash", ["Escape", "ctrl+2", "Home", "Delete", "alt+e", "t"], "Restore"),
    ("question of the trash", ["Home", "Delete"], "Keep it in the trash"),
    ("duplicates", ["Escape", "alt+e", "d"], "Look again"),
    ("data care", ["ctrl+shift+d"], "Fields and how many"),
    ("data care: cards", [CARE, "Home Down"], "Cards that lack most"),
    ("data care: phone numbers", [CARE, "Home" + 2 * " Down"], "Phone numbers that want"),
    ("data care: capital letters", [CARE, "Home" + 4 * " Down"], "Capital letters that want"),
    ("data care: long silent", [CARE, "Home" + 6 * " Down"], "How long customers are silent"),
    ("data care: imports", [CARE, "Home" + 8 * " Down"], "Imports of the past"),
    ("import", ["ctrl+2", "Home", "ctrl+a", "ctrl+c", "alt+f", "i"], "Choose a file"),
    ("import: reading", ["focus:Paste a copied table", "space"], "First rows of the file"),
    ("import: columns", ["Return"], "Columns of the file"),
    ("import: duplicates", ["Return"], "Rows of customers who are here already"),
    ("import: check", ["Return"], "Import "),
    ("bring back", ["alt+f", "b"], "Another file…"),
    ("settings", ["Escape", "alt+e", "s"], "Find a setting"),
    ("settings: an own field", ["type:my fields", "focus:New field", "type:Shoe size", "Return"], "Group on the card"),
    ("settings: outcomes", ["focus:Find a setting", "ctrl+a", "type:outcomes and"], "Outcomes"),
    ("settings: types", ["focus:Find a setting", "ctrl+a", "type:types"], "Types"),
    ("settings: tags", ["focus:Find a setting", "ctrl+a", "type:merge into"], "Merge into"),
    ("settings: sources", ["focus:Find a setting", "ctrl+a", "type:sources"], "Write it as"),
    ("settings: calling", ["focus:Find a setting", "ctrl+a", "type:call with"], "Call with"),
    ("settings: file", ["focus:Find a setting", "ctrl+a", "type:another drive"], "Open the folder"),
    ("settings: keys", ["focus:Find a setting", "ctrl+a", "type:keys"], "Keys"),
]
# What stands there before there is a file.
FIRST_SCREENS = [("first run", [], "Open the sample")]


def give_focus(app, name):
    target = wait_for(f"something called “{name}”", lambda: named(app, name))
    # Lists and tables of Qt 6.4 do not take it from a reader: F6 leads to them.
    takes_it = target.get_component_iface().grab_focus()
    wait_for(f"the focus in “{name}”", lambda: target.get_state_set().contains(Atspi.StateType.FOCUSED),
             again=None if takes_it else lambda: keys("F6"))


def take(app, step):
    kind, _, what = step.partition(":")
    if kind == "focus":
        give_focus(app, what)
    elif kind == "type":
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "20", what], check=True)
    else:
        keys(*step.split())


def main():
    Atspi.set_timeout(*ATSPI_PATIENCE)
    app = wait_for("Kontor", application)
    wait_for("the window", window_is_active)
    is_first = "--first-run" in sys.argv
    wait_for("the window's controls", lambda: named(app, "Open the sample" if is_first else "Customers"))
    walk = Walk()
    screens = FIRST_SCREENS if is_first else SCREENS
    for screen, way, sign in screens:
        for step in way:
            take(app, step)
        # A key may be lost on a busy machine; what was typed is there.
        again = None
        if way and way[0].startswith("focus:"):
            again = lambda: [take(app, step) for step in way]
        elif way and ":" not in way[-1]:
            again = lambda: take(app, way[-1])
        wait_for(f"the screen “{screen}” (a name that begins with “{sign}”)", lambda: named(app, sign), again, app)
        before = walk.controls
        walk.visit(screen, app, set())
        print(f"{screen}: {walk.controls - before} controls")
    print(f"{len(screens)} screens, {walk.controls} controls, {walk.rows} rows, {len(walk.problems)} problems")
    for problem in walk.problems:
        print(problem)
    sys.exit(1 if walk.problems else 0)


main()
