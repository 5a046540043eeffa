// How customers found us: what stands on the cards, with one spelling put in the place of another everywhere.
#pragma once

#include "customers/source_uses.h"
#include "settings/list_pane.h"

#include <QTimer>

class QLineEdit;
class QStringListModel;

namespace kontor::ui {

class SourcesPane : public ListPane {
    Q_OBJECT

public:
    SourcesPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Sources"); }
    void refresh() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    QLineEdit *spelling() const { return m_spelling; }
    QString preview() const;
    QPushButton *replaceButton() const { return m_replace; }

protected:
    void move(int row) override;
    void remove() override;
    void showState() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void show(const QList<SourceUse> &sources);
    const SourceUse *current() const;
    void showPreview();
    void replace();

    QList<SourceUse> m_sources;
    QString m_shown; // the source whose spelling is being edited
    QLineEdit *m_spelling;
    QLabel *m_spellingLabel;
    QStringListModel *m_known;
    PaletteLabel *m_preview;
    QPushButton *m_replace;
    quint64 m_number = 0; // of the newest preview; late answers are dropped
    bool m_isReplacing = false;
};

} // namespace kontor::ui
