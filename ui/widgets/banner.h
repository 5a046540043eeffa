// The strip under the top bar: one lasting state of the file or the record (offline, read-only, sample file), and what to do about it.
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace kontor::ui {

enum class BannerTone { Info, Warn, Bad, Good };

struct BannerText {
    BannerTone tone = BannerTone::Info;
    QString text;
    QString actionText; // empty: no button
    std::function<void()> action;
    bool closable = false;
};

class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void setContent(const BannerText &text);
    void clear();
    QString text() const;

signals:
    void closed(); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    BannerText m_content;
};

} // namespace kontor::ui
