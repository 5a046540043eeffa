#include "find/find_box.h"

#include "base/fold.h"
#include "base/phone.h"
#include "customers/customer_texts.h"
#include "customers/mini_card.h"
#include "find/command_finder.h"
#include "find/find_delegate.h"
#include "find/find_model.h"
#include "main_window/action_table.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kBoxWidth = 760;
const QString kBetweenKeys = u"    "_s;
constexpr int kBoxHeight = 440;
constexpr int kShortestNumber = 3;
constexpr int kMostCommandsAmongHits = 4;
constexpr int kShortestCopied = 5; // digits: a year is no phone number
constexpr int kLongestCopied = 40;

class Divider : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Mid));
    }
};

QWidget *divider(QWidget *parent, bool upright) {
    auto *line = new Divider(parent);
    if (upright)
        line->setFixedWidth(kHair);
    else
        line->setFixedHeight(kHair);
    return line;
}

} // namespace

bool looksLikePhone(QStringView text) {
    const QString typed = asciiDigits(text);
    for (const QChar letter : typed)
        if (!letter.isDigit() && !QStringView(u"+()-. /").contains(letter))
            return false;
    return phoneDigits(typed).size() >= kShortestNumber;
}

FindBox::FindBox(CommandFinder &commands, const Formats &formats, QWidget *window)
    : CardFrame(CardKind::Floating, window),
      m_commands(commands),
      m_formats(formats),
      m_field(new QLineEdit(this)),
      m_count(new PaletteLabel(TextRole::Caption, TextColour::Third, this)),
      m_list(new QListView(this)),
      m_model(new FindModel(this)),
      m_nothing(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_previewEdge(divider(this, true)),
      m_preview(new MiniCard(formats, this)),
      m_hint(new PaletteLabel(TextRole::Caption, TextColour::Third, this)) {
    build();
    hide();
    retranslate();
    connect(m_field, &QLineEdit::textChanged, this, &FindBox::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { showPreview(index.row()); });
    m_field->installEventFilter(this);
}

void FindBox::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kPane, kGap, kPane, kGap);
    head->setSpacing(kGap);
    auto *icon = new QLabel(this);
    icon->setPixmap(Icon::get("search"_L1).pixmap(kIcon, kIcon));
    m_field->setFrame(false);
    m_field->setMinimumHeight(kControl);
    QPalette clear = m_field->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_field->setPalette(clear);
    head->addWidget(icon);
    head->addWidget(m_field, 1);
    head->addWidget(m_count);
    column->addLayout(head);
    column->addWidget(divider(this, false));

    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    auto *listPlace = new QVBoxLayout;
    listPlace->setContentsMargins(0, kSmall, 0, kSmall);
    listPlace->addWidget(m_list);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    listPlace->addWidget(m_nothing, 1);
    body->addLayout(listPlace, 3);
    body->addWidget(m_previewEdge);
    body->addWidget(m_preview, 2);
    column->addLayout(body, 1);
    column->addWidget(divider(this, false));
    m_hint->setContentsMargins(kPane, kGap, kPane, kGap);
    column->addWidget(m_hint);
}

void FindBox::retranslate() {
    m_field->setPlaceholderText(tr("Type a name or the end of a number; > for commands"));
    m_field->setAccessibleName(tr("Find"));
    m_list->setAccessibleName(tr("Results"));
    showHint();
    setAccessibleName(tr("Find"));
}

void FindBox::showHint() {
    const FindEntry *entry = m_model->at(currentRow());
    QStringList keys;
    if (entry)
        keys << (entry->kind == FindEntry::Kind::Command ? tr("Enter: do it") : tr("Enter: open"));
    if (entry && entry->kind == FindEntry::Kind::Customer)
        keys << tr("%1: log a call").arg(m_commands.keysOf(action::kLogCall))
             << tr("%1: task").arg(m_commands.keysOf(action::kNewTask)) << tr("Ctrl+Enter: in a new window");
    keys << tr("Esc: close");
    if (entry)
        keys << tr("Up, Down: choose");
    // As many as there is room for: the last ones are those that everybody guesses.
    const int room = width() - 2 * kPane;
    while (keys.size() > 1 && m_hint->fontMetrics().horizontalAdvance(keys.join(kBetweenKeys)) > room)
        keys.removeLast();
    m_hint->setText(keys.join(kBetweenKeys));
}

void FindBox::placeOver(const QRect &place) {
    const int width = qMin(scaled(kBoxWidth), place.width() - 2 * kPage);
    const int height = qMin(scaled(kBoxHeight), place.height() - 2 * kPage);
    setGeometry(place.left() + (place.width() - width) / 2, place.top() + qMax(kPage, (place.height() - height) / 6), width,
                height);
    showHint();
}

void FindBox::open(const QString &text) {
    if (!isVisible())
        m_before = window()->focusWidget();
    m_field->setText(text);
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (text == ">"_L1)
        m_field->setCursorPosition(int(text.size()));
    else
        m_field->selectAll();
    search();
}

void FindBox::close() {
    if (!isVisible())
        return;
    hide();
    ++m_number;
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    emit closed();
}

QString FindBox::text() const { return m_field->text(); }

int FindBox::currentRow() const { return m_list->currentIndex().row(); }

void FindBox::refresh() {
    if (!isVisible() || m_indexedPercent >= 100)
        return;
    if (const FindEntry *entry = m_model->at(currentRow()))
        m_kept = entry->hit.customerId;
    search();
}

// A number that lies on the clipboard when the box opens is most likely the one that is to be found.
std::optional<FindEntry> FindBox::copiedNumber() const {
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    if (copied.size() > kLongestCopied || !looksLikePhone(copied) || phoneDigits(copied).size() < kShortestCopied)
        return {};
    FindEntry entry;
    entry.kind = FindEntry::Kind::Copied;
    entry.icon = "phone"_L1;
    entry.text = tr("Find %1 (copied)").arg(isolatedLtr(copied));
    entry.matchedNumber = copied;
    return entry;
}

// An entry is what was written, under it whose it is and when: "Note: code 4512 for the gate", "Lars Akesson, 2 Feb".
FindEntry FindBox::entryOf(const search::Hit &hit) const {
    FindEntry entry;
    entry.hit = hit;
    if (!hit.interactionId.isValid())
        return entry;
    //: A kind of entry before its text, for example in "Note: code 4512 for the gate".
    const QString begin = tr("%1: ").arg(interactionKindText(hit.interactionKind));
    entry.hit.matched = begin + hit.matched;
    for (search::Mark &mark : entry.hit.matchedMarks)
        mark.start += begin.size();
    //: A customer and a day.
    entry.under = tr("%1, %2").arg(isolated(hit.name), m_formats.when(hit.interactionAt));
    return entry;
}

void FindBox::search() {
    const quint64 number = ++m_number;
    const QString typed = m_field->text().trimmed();
    if (typed.startsWith(u'>'))
        return showCommands(typed.mid(1).trimmed());
    if (!m_provider)
        return showEntries({});
    const auto done = [this, number, typed](Result<FindAnswer> answer) { showAnswer(number, typed, std::move(answer)); };
    if (typed.isEmpty())
        m_provider->recent(this, done);
    else
        m_provider->find(typed, this, done);
}

void FindBox::showCommands(const QString &typed) {
    showEntries(m_commands.find(typed));
    if (m_model->rowCount() == 0)
        m_nothing->setText(tr("No command matches “%1”").arg(isolated(typed)));
    m_field->setAccessibleDescription(m_model->rowCount() == 0 ? m_nothing->text() : m_count->text());
}

void FindBox::showAnswer(quint64 number, const QString &text, Result<FindAnswer> answer) {
    if (number != m_number)
        return;
    QList<FindEntry> entries;
    int percent = 100;
    if (answer) {
        percent = m_indexedPercent = answer->indexedPercent;
        for (const search::Hit &hit : answer->hits) {
            entries.append(entryOf(hit));
        }
    }
    const qsizetype customers = entries.size();
    if (text.isEmpty())
        if (const auto copied = copiedNumber())
            entries.prepend(*copied);
    bool hasCommands = false;
    if (!text.isEmpty()) {
        if (!looksLikePhone(text))
            entries += m_commands.find(text).mid(0, kMostCommandsAmongHits);
        hasCommands = entries.size() > customers;
        FindEntry add;
        add.kind = FindEntry::Kind::NewCustomer;
        add.icon = "plus"_L1;
        add.text = looksLikePhone(text) ? tr("New customer with phone %1").arg(isolatedLtr(text))
                                        : tr("New customer %1").arg(isolated(text));
        entries.append(add);
    }
    showEntries(std::move(entries));
    if (!answer)
        m_count->setText(answer.error().message);
    else if (percent < 100)
        m_count->setText(tr("Search is not ready yet: %1 % indexed").arg(m_formats.number(percent)));
    else if (text.isEmpty())
        m_count->setText(customers > 0 ? tr("Looked at lately") : QString());
    else
        m_count->setText(customers == 0 ? (hasCommands ? tr("No customer or note matches “%1”")
                                                       : tr("No customer, note or command matches “%1”"))
                                              .arg(isolated(text))
                         : answer->isComplete ? tr("%Ln found", nullptr, int(customers))
                                              : tr("The first %Ln", nullptr, int(customers)));
    m_field->setAccessibleDescription(m_count->text());
}

void FindBox::showEntries(QList<FindEntry> entries) {
    m_count->clear();
    m_model->setEntries(std::move(entries));
    int row = 0;
    const Id kept = std::exchange(m_kept, Id());
    for (int i = 0; kept.isValid() && i < m_model->rowCount(); ++i)
        if (m_model->at(i)->hit.customerId == kept)
            row = i;
    select(row);
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothing->clear();
    bool hasCustomers = false;
    for (int i = 0; i < m_model->rowCount(); ++i)
        hasCustomers = hasCustomers || m_model->at(i)->hit.customerId.isValid();
    m_previewEdge->setVisible(hasCustomers);
    m_preview->setVisible(hasCustomers);
    if (!hasCustomers)
        m_preview->clear();
    showHint();
}

void FindBox::select(int row) {
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    m_list->setCurrentIndex(m_model->index(qBound(0, row, count - 1)));
}

void FindBox::showPreview(int row) {
    showHint();
    const FindEntry *entry = m_model->at(row);
    const quint64 number = ++m_previewNumber;
    if (!entry || entry->kind != FindEntry::Kind::Customer || !m_provider)
        return m_preview->clear();
    m_provider->preview(entry->hit.customerId, this, [this, number](Result<std::optional<FindPreview>> preview) {
        if (number != m_previewNumber)
            return;
        if (preview && *preview)
            m_preview->setRow((*preview)->row, (*preview)->owed);
        else
            m_preview->clear();
    });
}

void FindBox::choose(int row) {
    const FindEntry *found = m_model->at(row);
    if (!found || !found->enabled)
        return;
    const FindEntry entry = *found;
    if (entry.kind == FindEntry::Kind::Copied)
        return m_field->setText(entry.matchedNumber);
    const QString typed = m_field->text().trimmed();
    close();
    switch (entry.kind) {
    case FindEntry::Kind::Copied: return;
    case FindEntry::Kind::Customer: return emit customerChosen(entry.hit.customerId);
    case FindEntry::Kind::Command: m_commands.noteUsed(entry.action); return emit commandChosen(entry.action);
    case FindEntry::Kind::NewCustomer:
        return looksLikePhone(typed) ? emit newCustomerWanted({}, typed) : emit newCustomerWanted(typed, {});
    }
}

// The keys are those of the command wherever it is: also in another layout.
QLatin1StringView FindBox::customerAct(const QKeyEvent &key) const {
    const FindEntry *entry = m_model->at(currentRow());
    if (!entry || entry->kind != FindEntry::Kind::Customer)
        return {};
    return m_commands.customerActWith(QKeySequence(key.keyCombination()));
}

bool FindBox::movesSelection(int key) {
    const int page = qMax(1, m_list->viewport()->height() / qMax(1, cosyRowHeight()) - 1);
    const int row = currentRow();
    switch (key) {
    case Qt::Key_Down: select(row + 1); return true;
    case Qt::Key_Up: select(row - 1); return true;
    case Qt::Key_PageDown: select(row + page); return true;
    case Qt::Key_PageUp: select(row - page); return true;
    default: return false;
    }
}

bool FindBox::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_field)
        return CardFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()) {
        // A click elsewhere leaves the box; a change of window does not.
        const auto *focus = static_cast<QFocusEvent *>(event);
        if (focus->reason() == Qt::MouseFocusReason || focus->reason() == Qt::TabFocusReason)
            QMetaObject::invokeMethod(this, &FindBox::close, Qt::QueuedConnection);
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && !customerAct(*static_cast<QKeyEvent *>(event)).isEmpty()) {
        event->accept(); // here they are about the customer that is shown, not about the page behind
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (const QLatin1StringView act = customerAct(*key); !act.isEmpty()) {
        const Id customer = m_model->at(currentRow())->hit.customerId;
        close();
        emit customerActWanted(customer, act);
        return true;
    }
    if (movesSelection(key->key()))
        return true;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        const FindEntry *found = m_model->at(currentRow());
        if (key->modifiers().testFlag(Qt::ControlModifier) && found && found->enabled &&
            found->kind == FindEntry::Kind::Customer) {
            const Id customer = found->hit.customerId;
            close();
            emit customerWindowWanted(customer);
            return true;
        }
        choose(currentRow());
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
        return true; // the box has one field; Esc leaves it
    return false;
}

} // namespace kontor::ui
