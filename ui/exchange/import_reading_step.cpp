#include "exchange/import_reading_step.h"

#include "exchange/charset_names.h"
#include "exchange/file_facts.h"
#include "forms/flow_layout.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/choice_name.h"
#include "widgets/grid_table.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::FileKind;

namespace {

constexpr auto kNoPreset = "none"_L1;

QString delimiterText(char16_t delimiter) {
    switch (delimiter) {
    case u',': return ImportReadingStep::tr("comma");
    case u';': return ImportReadingStep::tr("semicolon");
    case u'\t': return ImportReadingStep::tr("tab");
    case u'|': return ImportReadingStep::tr("vertical bar");
    default: return QString(QChar(delimiter));
    }
}

} // namespace

QString kindText(FileKind kind) {
    switch (kind) {
    case FileKind::Customers: return ImportReadingStep::tr("Customers");
    case FileKind::Interactions: return ImportReadingStep::tr("Contacts with customers");
    case FileKind::Purchases: return ImportReadingStep::tr("Purchases");
    case FileKind::Products: return ImportReadingStep::tr("Products");
    case FileKind::Deals: return ImportReadingStep::tr("Deals");
    case FileKind::Tasks: return ImportReadingStep::tr("Tasks");
    case FileKind::Cases: return ImportReadingStep::tr("Complaints and requests");
    }
    return {};
}

ImportReadingStep::ImportReadingStep(ImportSession &session, const Formats &formats, QWidget *parent)
    : ImportStep(session, parent),
      m_formats(formats),
      m_understood(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_preset(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_presetChoice(new QPushButton(this)),
      m_warning(new PaletteLabel(TextRole::Body, TextColour::Warn, this)),
      m_better(new QPushButton(this)),
      m_kindLabel(new QLabel(this)),
      m_sheetLabel(new QLabel(this)),
      m_charsetLabel(new QLabel(this)),
      m_delimiterLabel(new QLabel(this)),
      m_kind(new QComboBox(this)),
      m_sheet(new QComboBox(this)),
      m_charset(new QComboBox(this)),
      m_delimiter(new QComboBox(this)),
      m_rows(new QTableView(this)),
      m_model(new QStandardItemModel(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kGap);
    m_understood->setWordWrap(true);
    m_warning->setWordWrap(true);
    column->addWidget(m_understood);
    auto *preset = new QHBoxLayout;
    preset->setSpacing(metrics::kGap);
    m_preset->setWordWrap(true);
    preset->addWidget(m_preset, 1);
    preset->addWidget(m_presetChoice);
    column->addLayout(preset);
    auto *warning = new QHBoxLayout;
    warning->setSpacing(metrics::kGap);
    warning->addWidget(m_warning, 1);
    warning->addWidget(m_better);
    column->addLayout(warning);
    auto *choices = new FlowLayout;
    choices->setSpacing(metrics::kPane);
    choices->setRowSpacing(metrics::kGap);
    for (const auto &[label, choice] : {std::pair{m_kindLabel, m_kind},
                                        {m_sheetLabel, m_sheet},
                                        {m_charsetLabel, m_charset},
                                        {m_delimiterLabel, m_delimiter}}) {
        label->setBuddy(choice);
        auto *pair = new QWidget(this);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins({});
        row->setSpacing(metrics::kGap);
        row->addWidget(label);
        row->addWidget(choice);
        choices->addWidget(pair);
    }
    column->addLayout(choices);
    m_rows->setModel(m_model);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    makeGridTable(m_rows);
    column->addWidget(m_rows, 1);
    connect(m_kind, &QComboBox::activated, this, [this] { m_session.setKind(FileKind(m_kind->currentData().toInt())); });
    connect(m_sheet, &QComboBox::activated, this, [this] { m_session.setSheet(m_sheet->currentText()); });
    connect(m_charset, &QComboBox::activated, this, [this] { m_session.setCharset(m_charset->currentData().toByteArray()); });
    connect(m_presetChoice, &QPushButton::clicked, this,
            [this] { m_session.setPreset(m_session.options().preset == kNoPreset ? QString() : QString(kNoPreset)); });
    connect(m_better, &QPushButton::clicked, this, [this] { m_session.setCharset(m_session.betterCharsets().first()); });
    connect(m_delimiter, &QComboBox::activated, this,
            [this] { m_session.setDelimiter(char16_t(m_delimiter->currentData().toInt())); });
    connect(&m_session, &ImportSession::read, this, &ImportReadingStep::show);
    connect(&m_session, &ImportSession::counted, this, &ImportReadingStep::showSentence);
}

QWidget *ImportReadingStep::firstField() const { return m_kind; }

void ImportReadingStep::retranslate() {
    m_kindLabel->setText(tr("The rows are"));
    m_sheetLabel->setText(tr("Sheet"));
    m_charsetLabel->setText(tr("Encoding"));
    m_delimiterLabel->setText(tr("Separated by"));
    setChoiceName(m_kind, tr("What the rows are"));
    setChoiceName(m_sheet, tr("Sheet of the workbook"));
    setChoiceName(m_charset, tr("Encoding of the file"));
    setChoiceName(m_delimiter, tr("What separates the columns"));
    m_rows->setAccessibleName(tr("First rows of the file"));
    fillChoices();
    show();
}

void ImportReadingStep::fillChoices() {
    m_kind->clear();
    for (FileKind kind : exchange::kFileKinds)
        m_kind->addItem(kindText(kind), int(kind));
    m_delimiter->clear();
    for (char16_t delimiter : {u',', u';', u'\t', u'|'})
        m_delimiter->addItem(delimiterText(delimiter), int(delimiter));
}

// "1,204 rows, 9 columns": the rows as soon as they are counted.
QString ImportReadingStep::size() const {
    const QString columns = tr("%Ln column(s)", nullptr, int(m_session.table().titles.size()));
    const auto &count = m_session.rowCount();
    return count ? tr("%1, %2").arg(tr("%Ln row(s)", nullptr, int(count->rows)), columns) : columns;
}

QString ImportReadingStep::unreadable() const {
    const auto &count = m_session.rowCount();
    if (!count || count->unreadable == 0)
        return {};
    return u' ' + tr("%Ln row(s) cannot be read: the step Check lists them with the reason.", nullptr, int(count->unreadable));
}

QString ImportReadingStep::sentence() const {
    const exchange::TablePreview &table = m_session.table();
    QString file = isolated(m_session.fileName());
    if (!m_session.isPasted())
        file = tr("%1 (%2)").arg(file, fileFacts(m_session.path(), m_formats));
    if (table.delimiter.isNull())
        return tr("%1: %2.").arg(file, size());
    const QString titles = table.hasHeader ? tr("the first row has the titles") : tr("the columns have no titles");
    return tr("%1: read as %2, separated by %3, %4, %5.")
        .arg(file, isolatedLtr(QString::fromLatin1(table.charset)), delimiterText(table.delimiter.unicode()), size(), titles);
}

// Of the other tables in the file, which come in as well.
QString ImportReadingStep::others() const {
    QStringList kinds;
    for (const exchange::TablePreview &table : m_session.tables().mid(1))
        if (!kinds.contains(kindText(table.kind)))
            kinds << kindText(table.kind);
    return kinds.isEmpty() ? QString()
                           : u' ' + tr("The first table is shown here. The file also brings in: %1.").arg(kinds.join(u", "_s));
}

void ImportReadingStep::showSentence() { m_understood->setText(sentence() + unreadable() + others()); }

void ImportReadingStep::show() {
    if (!m_session.isRead())
        return;
    const exchange::TablePreview &table = m_session.table();
    showSentence();
    showPreset();
    showWarning();
    const bool isText = !table.delimiter.isNull();
    for (QComboBox *choice : {m_charset, m_delimiter})
        choice->parentWidget()->setVisible(isText);
    m_sheet->parentWidget()->setVisible(!isText && !table.name.isEmpty() && !table.others.isEmpty());
    m_sheet->clear();
    m_sheet->addItems(QStringList{table.name} + table.others);
    m_kind->setCurrentIndex(m_kind->findData(int(table.kind)));
    fillCharsets();
    m_delimiter->setCurrentIndex(m_delimiter->findData(int(table.delimiter.unicode())));
    fillRows();
    emit stateChanged();
}

// Why it is read as it is: by a kept mapping, by the layout of a program, or by its titles alone.
void ImportReadingStep::showPreset() {
    const auto &preset = m_session.table().preset;
    const bool isLeft = m_session.options().preset == kNoPreset;
    const QString mapping = m_session.mappingName();
    QString text;
    if (!mapping.isEmpty())
        text = tr("Read as remembered in %1, because it has the same columns.").arg(isolated(mapping));
    else if (preset)
        text = tr("Recognised by its columns as %1").arg(exchange::presetSentence(*preset));
    else if (isLeft)
        text = tr("Read by the titles of its columns alone.");
    m_preset->setText(text);
    m_preset->setVisible(!text.isEmpty());
    m_presetChoice->setVisible(mapping.isEmpty() && (preset || isLeft));
    m_presetChoice->setText(isLeft ? tr("Recognise the program again") : tr("Go by the titles alone"));
    m_presetChoice->setAccessibleName(m_presetChoice->text());
}

// What is lost in the file itself comes back by no choice here.
void ImportReadingStep::showWarning() {
    const bool isText = !m_session.table().delimiter.isNull();
    const QList<QByteArray> &better = m_session.betterCharsets();
    m_warning->setVisible(m_session.table().isGarbled);
    m_better->setVisible(m_session.table().isGarbled && !better.isEmpty());
    if (better.isEmpty())
        m_warning->setText(
            isText ? tr("Some letters are wrong in the file itself, and no encoding brings them back. Save it again as "
                        "UTF-8 in the program that it comes from.")
                   : tr("Some letters are wrong in the file itself. Put them right in the program that it comes from."));
    else
        m_warning->setText(tr("Some letters look wrong. Try another encoding: %Ln fit(s) better.", nullptr, int(better.size())));
    m_better->setText(better.isEmpty() ? QString() : tr("Read as %1").arg(charsetText(better.first())));
    m_better->setAccessibleName(m_better->text());
}

void ImportReadingStep::fillCharsets() {
    const QByteArray &current = m_session.table().charset;
    m_charset->clear();
    for (const QByteArray &charset : usualCharsets()) {
        const QString text = charsetText(charset);
        m_charset->addItem(m_session.betterCharsets().contains(charset) ? tr("%1 – fits better").arg(text) : text, charset);
    }
    if (m_charset->findData(current) < 0)
        m_charset->addItem(charsetText(current), current);
    m_charset->setCurrentIndex(m_charset->findData(current));
}

void ImportReadingStep::fillRows() {
    const exchange::TablePreview &table = m_session.table();
    m_model->clear();
    m_model->setColumnCount(int(table.titles.size()));
    for (qsizetype i = 0; i < table.titles.size(); ++i)
        m_model->setHeaderData(int(i), Qt::Horizontal,
                               table.titles.at(i).isEmpty() ? tr("Column %1").arg(QLocale().toString(i + 1))
                                                            : isolated(table.titles.at(i)));
    for (const QStringList &row : table.rows) {
        QList<QStandardItem *> items;
        for (const QString &cell : row) {
            items << new QStandardItem(isolated(cell));
            if (!exchange::looksGarbled(cell))
                continue;
            items.last()->setIcon(Icon::get("warning"_L1, Tint::Warn));
            items.last()->setData(tr("broken letters"), Qt::AccessibleDescriptionRole);
            items.last()->setToolTip(tr("%1: some letters are broken.").arg(isolated(cell)));
        }
        m_model->appendRow(items);
    }
    for (int column = int(table.titles.size()); column < m_model->columnCount(); ++column) // cells that no title stands over
        m_model->setHeaderData(column, Qt::Horizontal, tr("Column %1").arg(QLocale().toString(column + 1)));
    fitColumns(m_rows);
}

} // namespace kontor::ui
