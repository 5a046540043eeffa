// The head of the card: who it is, whether they may be contacted, when last, what next, what they are worth; and what can be done.
#pragma once

#include "customers/card_content.h"
#include "customers/customer_list.h"
#include "widgets/chip.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QMenu;
class QPushButton;

namespace kontor::ui {

class Avatar;
class CardChip;
class CardFact;
class ElidedLabel;
class Formats;

class CardHeader : public QWidget {
    Q_OBJECT

public:
    explicit CardHeader(const Formats &formats, QWidget *parent = nullptr);

    void setContent(const CardContent &content);
    void setRow(const CustomerRow &row); // as a list has it, before the card is read
    void clear();
    // Why a command cannot be carried out; empty: it can.
    void setReason(QLatin1StringView action, const QString &reason);
    // What of its menu can be carried out now.
    void setCanPerform(std::function<bool(QLatin1StringView)> canPerform) { m_canPerform = std::move(canPerform); }
    // Who else is on this card, as a chip; empty: nobody. True: that is news.
    bool setOthers(const QString &words, bool isEditing);
    QString othersShown() const { return m_othersWords; }
    QWidget *button(QLatin1StringView action) const;
    QMenu *menu() const { return m_menu; }
    QString nameShown() const;
    void retranslate();

signals:
    void actionWanted(QLatin1StringView action);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildActions();
    void setWho(Id id, const QString &name, bool isOrganisation, const QString &company, const QString &jobTitle);
    CardChip *addChip(const QString &text, ChipTone tone, QLatin1StringView icon = {});
    void removeChips();
    void fillChips();
    void fillFacts();
    void showLastContact(const std::optional<Instant> &at);
    void showStep(const CustomerRow &row);
    void showBought(int purchases, qint64 sum);
    void showOwes(qint64 sum, bool hasBought);
    void fillMenu();
    void arrange();
    void describe(QLatin1StringView action);

    const Formats &m_formats;
    CardContent m_content;
    QBoxLayout *m_row;
    Avatar *m_avatar;
    QWidget *m_nameRow;
    ElidedLabel *m_name;
    ElidedLabel *m_under;
    QWidget *m_facts;
    CardFact *m_last;
    CardFact *m_next;
    CardFact *m_bought;
    CardFact *m_owes;
    QWidget *m_actions;
    QPushButton *m_more;
    QMenu *m_menu;
    QList<QWidget *> m_chips;
    CardChip *m_othersChip = nullptr;
    QString m_othersWords;
    QHash<QLatin1StringView, QPushButton *> m_buttons;
    QHash<QLatin1StringView, QString> m_reasons;
    std::function<bool(QLatin1StringView)> m_canPerform;
};

} // namespace kontor::ui
