// The others on this card: who is here too, which field they edit, what they changed.
#include "customers/card_fields_model.h"
#include "customers/card_fields_pane.h"
#include "customers/card_header.h"
#include "customers/card_news.h"
#include "customers/customer_card_page.h"
#include "main_window/page_table.h"
#include "widgets/banner.h"

namespace kontor::ui {

void CustomerCardPage::wireOthers() {
    connect(&m_workspace, &workspace::Workspace::othersChanged, this, &CustomerCardPage::showOthers);
    connect(&m_workspace, &workspace::Workspace::driveStateChanged, this, &CustomerCardPage::applyReasons);
    connect(m_fields, &CardFieldsPane::editingChanged, this, [this](const QByteArray &key) {
        m_edited = key;
        tellWhere();
    });
    connect(m_news, &Banner::closed, this, [this] { m_newsSince = m_newestSeen; });
}

// Only what is looked at: the card of a window behind another page is not.
void CustomerCardPage::tellWhere() { m_workspace.tellWhere(isVisible() ? m_customer : Id(), m_edited); }

void CustomerCardPage::showOthers() {
    QStringList here;
    QHash<QByteArray, QString> editors;
    QString editor;
    QString field;
    const QString self = m_workspace.options().userName;
    for (const sharing::Person &person : m_workspace.others()) {
        if (person.card != m_customer || !m_customer.isValid())
            continue;
        const QString who = whoWords(person.user, self);
        if (!here.contains(who))
            here << who;
        if (person.field.isEmpty())
            continue;
        editors.insert(person.field, who);
        editor = who;
        for (const CardField &line : m_fields->model()->rows())
            if (line.key.left(sharing::kLongestField) == person.field)
                field = line.label;
    }
    m_fields->model()->setEditors(editors);
    QString words;
    if (!editor.isEmpty())
        words = field.isEmpty() ? tr("%1 is editing").arg(editor) : tr("%1 is editing %2").arg(editor, field);
    else if (here.size() == 1)
        words = tr("%1 is also here").arg(here.first());
    else if (!here.isEmpty())
        words = tr("%1 are also here").arg(joined(here));
    if (m_header->setOthers(words, !editor.isEmpty()) && !words.isEmpty())
        m_shell.announce(words);
}

// What others did since the card was opened, or since the notice was closed.
void CustomerCardPage::readNews() {
    if (m_newsSince == 0)
        return;
    m_workspace.read(
        this,
        [customer = m_customer, since = m_newsSince](db::Database &database) { return loadNews(database, customer, since); },
        [this, customer = m_customer](Result<NewsOfOthers> news) {
            if (!news || customer != m_customer)
                return;
            m_newestSeen = qMax(m_newestSeen, news->newestSeq);
            news->changes.removeIf([this](const workspace::AuthoredChange &authored) {
                return m_workspace.isOwnOperation(authored.change.operation);
            });
            showNews(*news);
        },
        workspace::Urgency::Background);
}

void CustomerCardPage::showNews(const NewsOfOthers &others) {
    const auto news = cardNews(others, m_workspace.options().userName, m_shell.formats());
    if (!news)
        return;
    m_trashedBy = news->isTrashed ? news->who : QString();
    showState();
    if (news->isTrashed || news->sentence == m_news->text())
        return; // the other notice says it
    m_news->setContent({BannerTone::Info, news->sentence, tr("Show changes"),
                        [this] { m_shell.go({page::kHistory, m_customer}); }, true});
    m_shell.announce(news->sentence);
}

} // namespace kontor::ui
