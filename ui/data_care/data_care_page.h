// Keeping the file clean: what the cards lack, what is written wrong, who is silent, what was imported. A list of parts, and the one that is shown.
#pragma once

#include "data_care/care_counts.h"
#include "main_window/page.h"

class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class CarePart;
class PageTitle;
class PaletteLabel;

class DataCarePage : public Page {
    Q_OBJECT

public:
    DataCarePage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Data care"); }
    void open(const Place &place) override;
    Place place() const override;
    Id currentCustomer() const override;
    QList<QWidget *> panes() const override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    CareCounts &counts() { return m_counts; }
    CarePart *part() const;
    void goTo(int part);

signals:
    void countKnown(qint64 customers); // who have a phone number or an e-mail address that cannot be reached

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void wire();
    void showPart();
    void showState();
    void fitNames();

    CareCounts m_counts;
    PageTitle *m_title;
    PaletteLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_again;
    QListWidget *m_names;
    QStackedWidget *m_body;
    QList<CarePart *> m_parts;
};

} // namespace kontor::ui
