// The customers: a list, and beside it the card of one of them. The list never disappears; it folds into a strip.
#pragma once

#include "main_window/page.h"

namespace kontor::ui {

class CardFrame;
class CardView;
class CustomerListPanel;
class CustomerPreview;
class ListAndCard;
class MiniCard;
class PaneSplitter;

class CustomersPage : public Page {
    Q_OBJECT

public:
    CustomersPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override;
    void open(const Place &place) override;
    Place place() const override;
    Id currentCustomer() const override;
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    bool escape() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    int foot() const override;
    bool wantsNarrowNavigation() const override { return m_openCard.isValid(); }
    void retranslate() override;
    CustomerListPanel *list() const { return m_list; }

signals:
    void customerCountKnown(qint64 customers);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCard(Id customer);
    void toggleList();
    void hideListOver();
    void goToCustomer(Id customer);
    void peek(Id customer);
    void closePeek();
    void arrangePreview();
    void togglePreview();
    void showPreview();
    void step(int by);
    void startCalls();
    void moveToTrash();
    void performOnCard(QLatin1StringView action);
    void performPending();

    PaneSplitter *m_listSide; // the list, and the preview beside it
    CustomerListPanel *m_list;
    CustomerPreview *m_preview;
    ListAndCard *m_panes;
    CardView *m_card = nullptr; // made when the first one is opened
    CardFrame *m_peek = nullptr;
    MiniCard *m_peekCard = nullptr;
    Id m_openCard;
    QLatin1StringView m_pending; // to be carried out on the card once it is read
    QTimer m_reloadLater;
    bool m_isOwnChange = false; // among those that the list is to be read anew for
};

} // namespace kontor::ui
