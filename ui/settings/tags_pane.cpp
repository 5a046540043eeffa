#include "settings/tags_pane.h"

#include "settings/colour_choice.h"
#include "settings/name_list.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

TagsPane::TagsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : ListPane(workspace, shell, Rename | Remove, parent),
      m_colour(new ColourChoice(this)),
      m_into(new QComboBox(this)),
      m_merge(new QPushButton(this)) {
    build();
    connect(m_merge, &QPushButton::clicked, this, &TagsPane::merge);
    connect(m_into, &QComboBox::currentIndexChanged, this,
            [this] { m_merge->setEnabled(m_into->currentIndex() > 0 && canWrite()); });
    connect(m_colour, &QComboBox::activated, this, [this](int colour) {
        if (const TagUse *use = current())
            write(info(),
                  [id = use->tag.id, colour](workspace::Recorder &recorder) { return recolourTag(recorder, id, colour); });
    });
    retranslate();
}

void TagsPane::build() {
    m_colourLabel = addRow(m_colour);
    auto *merging = new QWidget(this);
    auto *row = new QHBoxLayout(merging);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_into, 1);
    row->addWidget(m_merge);
    m_intoLabel = addRow(merging);
    m_intoLabel->setBuddy(m_into);
}

void TagsPane::retranslate() {
    applyTitle();
    m_list->setAccessibleName(tr("Tags"));
    nameActs(tr("Delete tag"));
    m_merge->setText(tr("Merge"));
    m_merge->setAccessibleName(m_merge->text());
    setRow(m_colourLabel, m_colour, tr("Colour"));
    setRow(m_intoLabel, m_into, tr("Merge into"));
    m_into->setAccessibleDescription(m_into->accessibleName()); // Qt makes the name of the value
    m_colour->retranslate();
    refresh();
}

void TagsPane::refresh() {
    read([](db::Database &database) { return tagUses(database); }, [this](const QList<TagUse> &tags) { show(tags); });
}

void TagsPane::show(const QList<TagUse> &tags) {
    if (!m_list->isRenaming())
        m_tags = tags;
    QList<NameLine> lines;
    for (const TagUse &use : tags) {
        const QString count = tr("%Ln customer(s)", nullptr, int(use.customers));
        lines << NameLine{use.tag.id.value, use.tag.name, count, int(use.tag.colour),
                          tr("%1, %2, %3").arg(use.tag.name, ColourChoice::colourName(int(use.tag.colour)), count)};
    }
    m_list->setLines(lines);
}

const TagUse *TagsPane::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < m_tags.size() ? &m_tags[row] : nullptr;
}

void TagsPane::showState() {
    m_hint->setText(m_tags.isEmpty()
                        ? tr("No tags yet. Give a customer the first one with Ctrl+G.")
                        : tr("Marks that customers carry. Renaming or merging changes them on every card, and can be undone."));
    const TagUse *use = current();
    const bool isOn = use && canWrite();
    enableActs(isOn, true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_colour, m_into})
        widget->setEnabled(isOn);
    m_colour->setCurrentIndex(use ? int(use->tag.colour) : -1);
    m_into->clear();
    m_into->addItem(tr("Choose a tag"), qint64(0));
    for (const TagUse &other : std::as_const(m_tags))
        if (use && other.tag.id != use->tag.id)
            m_into->addItem(other.tag.name, other.tag.id.value);
    m_merge->setEnabled(false);
}

workspace::OperationInfo TagsPane::info() const { return {u"tags"_s, "tag", current() ? current()->tag.id : Id()}; }

void TagsPane::rename(const QString &name) {
    if (const TagUse *use = current(); use && name.simplified() != use->tag.name)
        write(info(), [id = use->tag.id, name](workspace::Recorder &recorder) { return renameTag(recorder, id, name); });
}

void TagsPane::merge() {
    const TagUse *use = current();
    const Id into{m_into->currentData().toLongLong()};
    if (!use || !into.isValid())
        return;
    write(
        info(), [from = use->tag.id, into](workspace::Recorder &recorder) { return mergeTags(recorder, from, into); },
        tr("The tag “%1” is merged into “%2”.").arg(isolated(use->tag.name), isolated(m_into->currentText())));
}

void TagsPane::remove() {
    const TagUse *use = current();
    if (!use)
        return;
    write(
        info(), [id = use->tag.id](workspace::Recorder &recorder) { return deleteTag(recorder, id); },
        use->customers == 0 ? tr("The tag “%1” is deleted.").arg(isolated(use->tag.name))
                            : tr("The tag “%1” is deleted. %Ln customer(s) carried it.", nullptr, int(use->customers))
                                  .arg(isolated(use->tag.name)));
}

void TagsPane::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("tag") || changes.touches("customer_tag"))
        refresh();
}

} // namespace kontor::ui
