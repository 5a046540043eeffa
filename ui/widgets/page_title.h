// The heading of a page with the count of what it shows, on one baseline.
#pragma once

#include "theme/text_role.h"

#include <QWidget>

namespace kontor::ui {

class PageTitle : public QWidget {
    Q_OBJECT

public:
    explicit PageTitle(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setCount(const QString &count); // "38 of 12 048"; empty: none
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const QString &title, TextRole role) const;
    void tellWhole();
    TextRole role() const;
    void describe();

    QString m_title;
    QString m_count;
};

} // namespace kontor::ui
