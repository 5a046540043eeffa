// Records a purchase (Ctrl+B) or corrects one: amount, product, day, paid, note; or several items in one go. A negative amount is a return, and
// is asked about.
#pragma once

#include "forms/popover.h"
#include "forms/suggest_edit.h"
#include "purchases/purchase_repository.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QTableWidget;

namespace kontor::ui {

class DateWordsEdit;
class Formats;

class PurchasePopover : public Popover {
    Q_OBJECT

public:
    PurchasePopover(const Formats &formats, SuggestEdit::Provider products, QWidget *page);
    void open(const QRect &anchor);
    void edit(const PurchaseLine &line, const QRect &anchor);

signals:
    void purchasesReady(const QList<kontor::PurchaseLine> &lines); // without their customer
    void purchaseChanged(const kontor::Purchase &before, const kontor::PurchaseLine &after);

private:
    void build(SuggestEdit::Provider products);
    void clear();
    void showItems(bool several);
    void showCurrency();
    bool isForeign() const;
    std::optional<qint64> amountIn(const QLineEdit &line, const QString &currency) const;
    std::optional<QList<PurchaseLine>> lines(); // nothing: what is wrong is said
    std::optional<QList<PurchaseLine>> items(const Purchase &common);
    std::optional<PurchaseLine> single(Purchase purchase);
    std::optional<Purchase> common();
    void finish();

    const Formats &m_formats;
    QLineEdit *m_amount;
    QComboBox *m_currency;
    QWidget *m_convertedRow;
    QLineEdit *m_converted; // in the currency of the file
    SuggestEdit *m_product;
    QLineEdit *m_quantity;
    QWidget *m_singleRow;
    QPushButton *m_several;
    QTableWidget *m_items;
    DateWordsEdit *m_date;
    QLineEdit *m_note;
    QCheckBox *m_paid;
    QAbstractButton *m_record = nullptr;
    Purchase m_before; // that is corrected; without an id: a new one
    bool m_isReturnAsked = false;
};

} // namespace kontor::ui
