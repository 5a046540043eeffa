#include "dialogs/key_sheet.h"

#include "main_window/action_registry.h"
#include "theme/metrics.h"
#include "theme/start_side.h"
#include "widgets/palette_label.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

namespace kontor::ui {

using namespace metrics;

namespace {

struct Line {
    QString text;
    QString keys;
};

// Appends a heading and its lines to one column of the sheet.
void addSection(QGridLayout *grid, QWidget *parent, const QString &title, const QList<Line> &lines) {
    if (lines.isEmpty())
        return;
    int row = grid->rowCount();
    auto *head = new PaletteLabel(TextRole::Section, TextColour::Second, parent);
    head->setText(title);
    head->setContentsMargins(0, row > 1 ? kLabelGap : 0, 0, 0);
    grid->addWidget(head, row, 0, 1, 2);
    for (const Line &line : lines) {
        ++row;
        auto *words = new PaletteLabel(TextRole::Body, TextColour::Normal, parent);
        words->setText(line.text);
        auto *keys = new PaletteLabel(TextRole::Body, TextColour::Second, parent);
        keys->setText(line.keys);
        grid->addWidget(words, row, 0);
        grid->addWidget(keys, row, 1, Qt::AlignTrailing);
    }
}

QGridLayout *addColumn(QHBoxLayout *columns) {
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kPage);
    grid->setVerticalSpacing(kSmall);
    grid->setColumnStretch(0, 1);
    auto *place = new QVBoxLayout;
    place->addLayout(grid);
    place->addStretch(1);
    columns->addLayout(place, 1);
    return grid;
}

} // namespace

KeySheet::KeySheet(ActionRegistry &actions, QWidget *parent) : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(kPage, kPage, kPage, kPane);
    outer->setSpacing(kPane);
    auto *inside = new QWidget(this);
    auto *columns = new QHBoxLayout(inside);
    setSideMargins(inside, columns, {0, 0, kLabelGap, 0});
    columns->setSpacing(2 * kPage);
    QGridLayout *first = addColumn(columns);
    QGridLayout *second = addColumn(columns);

    for (const MenuPlace place : menuPlaces()) {
        QList<Line> lines;
        for (const ActionSpec &spec : actions.table())
            if (spec.menu == place && !spec.keys.isEmpty() && actions.find(spec.id)->isVisible())
                lines.append({actions.tableText(spec.id), actions.shortcutText(spec.id)});
        QString title = QCoreApplication::translate("kontor::ui::Actions", menuText(place));
        addSection(place == MenuPlace::View ? first : second, inside, title.remove(u'&'), lines);
    }
    addSection(second, inside, tr("In lists"),
               {{tr("Open"), tr("Enter")},
                {tr("Peek without opening"), tr("Alt+Enter")},
                {tr("Jump by typing a name"), tr("Letters")},
                {tr("From the filter cells to the rows"), tr("Down")},
                {tr("Back: popover, filter, card"), tr("Esc")}});

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(inside);
    area->setAccessibleName(tr("Keys"));
    outer->addWidget(area, 1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    outer->addWidget(buttons);
    const QSize wanted = inside->sizeHint() + QSize(2 * kPage + kScrollBar + kPane, 4 * kPage);
    resize(wanted.expandedTo(QSize(640, 0)).boundedTo(QSize(kWindowMinWidth, kWindowMinHeight)));
}

} // namespace kontor::ui
