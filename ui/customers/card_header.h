// The head of the card: who it is, whether they may be contacted, when last, what next, what they are worth; and what can be done.
#pragma once

#include "customers/card_content.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QMenu;
class QPushButton;

namespace kontor::ui {

class Avatar;
class CardFact;
class ElidedLabel;
class Formats;

class CardHeader : public QWidget {
    Q_OBJECT

public:
    explicit CardHeader(const Formats &formats, QWidget *parent = nullptr);

    void setContent(const CardContent &content);
    // Why a command cannot be carried out; empty: it can.
    void setReason(QLatin1StringView action, const QString &reason);
    QWidget *button(QLatin1StringView action) const;
    QString nameShown() const;
    void retranslate();

signals:
    void actionWanted(QLatin1StringView action);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildActions();
    void fillChips();
    void fillFacts();
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
    QWidget *m_actions;
    QPushButton *m_more;
    QMenu *m_menu;
    QList<QWidget *> m_chips;
    QHash<QLatin1StringView, QPushButton *> m_buttons;
    QHash<QLatin1StringView, QString> m_reasons;
};

} // namespace kontor::ui
