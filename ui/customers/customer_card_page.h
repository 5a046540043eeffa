// The card of one customer: head, fields, composer with timeline, links. It saves nothing by a button: a field when it is left, an entry with
// Ctrl+Enter, and every act can be taken back.
#pragma once

#include "communication/contact_link.h"
#include "customers/card_content.h"
#include "customers/card_view.h"

#include <memory>

class QAbstractItemView;
class QStackedWidget;

namespace kontor::ui {

class Banner;
class CardColumn;
class CardFieldsPane;
class CardFiles;
class CardHeader;
class CardLinksView;
class Composer;
class ContactLauncher;
class DraftStore;
class EmptyState;
class LinkOpener;
class OutcomeQuestion;
class PaneSplitter;
class Popover;
class PurchasePopover;
class TaskForm;
class TagsPopover;
class TimelineBar;
class TimelineView;
class WaitingBars;
struct CardField;
struct NewsOfOthers;
struct CardLink;
struct TextLink;

inline constexpr int kEntriesAtOnce = 200; // a page of the timeline

class CustomerCardPage : public CardView {
    Q_OBJECT

public:
    // `opener` takes the links of a click to call and write; `draftFile` keeps what was not saved in the composer.
    CustomerCardPage(workspace::Workspace &workspace, Shell &shell, std::unique_ptr<LinkOpener> opener, const QString &draftFile,
                     QWidget *parent);
    ~CustomerCardPage() override;

    void load(Id customer) override;
    void preview(const CustomerRow &row) override;
    void beginTask(Id task) override { m_taskToBegin = task; }
    Id customer() const override { return m_customer; }
    QString title() const override { return isShown() ? m_content.card.customer.name : QString(); }
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    bool escape() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    void retranslate() override;

    const CardContent &content() const { return m_content; }

signals:
    void loaded(kontor::Id customer); // the card shows the newest state

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // customer_card_page.cpp, customer_card_reading.cpp: what is shown
    bool isShown() const { return m_customer.isValid() && m_content.card.customer.id == m_customer; } // it is read
    void buildPanes();
    void wire();
    void leave();     // the customer who is on the page
    void readFirst(); // who it is and the fields
    void read();
    void readOlder(int loaded); // the next page of the timeline
    void showCard(const Card &card);
    void show(const Result<CardContent> &content);
    void showUnread(const Error &error);
    void showState();
    void showLock();
    void showTask();
    void keepDraft();
    void applyReasons();
    void arrange();
    QRect anchorOf(QLatin1StringView action) const;
    QRect currentRowOf(const QAbstractItemView &view) const;
    QRect onPage(const QAbstractItemView &view, const QRect &row) const; // a row of that view
    QList<Popover *> popovers() const; // those that were opened once
    // customer_card_acts.cpp: what is done
    QString reasonAgainst(QLatin1StringView action) const; // empty: it can be done
    void saveEntry();
    void openTags();
    void readTags();
    void addPurchases(const QList<PurchaseLine> &lines);
    void changePurchase(const Purchase &before, const PurchaseLine &after);
    PurchasePopover &purchaseForm();
    void editPurchase(Id purchase, const QRect &anchor);
    void trashPurchase(Id purchase);
    void showCustomer(Id customer);
    void editLink(const CardLink &link);
    void removeLink(const CardLink &link);
    QRect linkAnchor(const QByteArray &key) const;
    void addTask(const Task &task);
    void setDone(Id task, const QRect &row);
    void askOutcome(const QString &task, const QRect &row);
    // customer_card_reach.cpp: click to call and write
    void reachCurrent(communication::Channel channel);
    void reach(communication::Channel channel, Id point); // asks first where it is no good moment
    void launchNow(communication::Channel channel, Id point);
    void launch(const CardField &field);
    void openTextLink(const TextLink &link);
    // customer_card_others.cpp: who else is here, and what they did
    void wireOthers();
    void tellWhere();
    void showOthers();
    void readNews();
    void showNews(const NewsOfOthers &others);
    // customer_card_timeline.cpp: entries and files
    void wireTimeline();
    void showTimeline();
    void turnIntoTask(const Interaction &entry);
    void pinEntry(const Interaction &entry, bool isPinned);
    void splitAgain(const duplicates::MergedCard &card);
    void trashEntry(Id interaction);
    void saveEntryText(const Interaction &before, const QString &text);
    void showFileMenu();
    void openFile(const CardLink &link);
    void openTaskForm(const Interaction &entry = {});
    void run(const workspace::OperationInfo &info, std::function<Result<void>(workspace::Recorder &)> write,
             const QString &toast);
    template <class Act>
    void act(const workspace::OperationInfo &info, Act act, const QString &toast);

    Id m_customer;
    Id m_taskToBegin;      // as soon as the card is read
    CardContent m_content; // of m_customer, as soon as it is read
    workspace::Workspace::Ticket m_ticket;
    quint64 m_question = 0; // number of the newest reading
    int m_entries;

    std::unique_ptr<LinkOpener> m_opener;
    std::unique_ptr<ContactLauncher> m_launcher;
    std::unique_ptr<DraftStore> m_drafts;

    CardHeader *m_header;
    Banner *m_banner; // a lasting state of this card
    Banner *m_news;   // what others changed
    PaneSplitter *m_splitter;
    CardFieldsPane *m_fields;
    QWidget *m_middle;
    Composer *m_composer;
    TimelineBar *m_bar;
    QStackedWidget *m_happened;
    TimelineView *m_timeline;
    EmptyState *m_nothing;
    WaitingBars *m_waiting;
    CardLinksView *m_links;
    CardColumn *m_start; // fields, and the links below them where there is no room beside
    CardFiles *m_files;
    TaskForm *m_taskForm = nullptr;
    OutcomeQuestion *m_outcomeQuestion = nullptr;
    TagsPopover *m_tagsForm = nullptr;
    PurchasePopover *m_purchaseForm = nullptr;
    bool m_isWide = false;
    QByteArray m_edited;      // the line whose editor is open
    QString m_trashedBy;      // somebody else, while the card was open
    qint64 m_newsSince = 0;   // changes of others after this one are news; 0: not known yet
    qint64 m_newestSeen = 0;
    bool m_isByOthers = false; // what is read next shows changes of others
    enum class Return { NotWaiting, Waiting, Away }; // from the program that a click opened
    Return m_return = Return::NotWaiting;
};

} // namespace kontor::ui
