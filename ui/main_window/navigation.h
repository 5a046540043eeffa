// The start side of the window: pages, pinned segments, the state of the file. Full or as a rail of icons.
#pragma once

#include "base/id.h"
#include "main_window/place.h"
#include "widgets/status_dot.h"

#include <QAbstractButton>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace kontor::ui {

// What stands beside a name in the navigation. `brief` is for the rail, below the icon: "999+", "12/40".
struct NavigationCount {
    QString text;
    QString spoken;
    QString brief;
};

// One line: icon, words, a count at the end side; in the rail the icon and the count below it. The current one carries the accent bar.
class NavigationItem : public QAbstractButton {
    Q_OBJECT

public:
    NavigationItem(QLatin1StringView icon, QWidget *parent);
    void setWords(const QString &words, const QString &keys);
    void setCount(const NavigationCount &count);
    const NavigationCount &count() const { return m_count; }
    void setNarrow(bool narrow);
    int wantedWidth() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    void paintWords(QPainter *painter, const QRect &icon) const;

    QLatin1StringView m_icon;
    NavigationCount m_count;
    QString m_keys;
    bool m_narrow = false;
};

struct PinnedSegment {
    Id id;
    QString name;
    Place place;           // its customers as a list
    NavigationCount count; // empty while it is counted
};

// Below: under the pinned segments, shown while there is something to go back to. Foot: above the state of the file.
enum class NavigationPlace { Top, Below, Foot };

class Navigation : public QWidget {
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(const QByteArray &page, QLatin1StringView icon, NavigationPlace place = NavigationPlace::Top);
    void setPageShown(const QByteArray &page, bool isShown);
    void setPageWords(const QByteArray &page, const QString &words, const QString &keys);
    void setPageCount(const QByteArray &page, const NavigationCount &count);
    void setPinned(const QList<PinnedSegment> &segments);
    void setCurrent(const Place &place);
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    void clear();
    StatusDot &status() { return *m_status; }
    QWidget *firstItem() const;

signals:
    void chosen(const kontor::ui::Place &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        Place place;
        NavigationItem *item;
        Id segment = {};
    };
    static bool showsSame(const Place &segment, const Place &place);
    void arrange();
    NavigationItem *addEntry(QList<Entry> &list, QVBoxLayout *layout, const Place &place, QLatin1StringView icon);

    QVBoxLayout *m_pagesLayout;
    QVBoxLayout *m_pinnedLayout;
    QVBoxLayout *m_belowLayout;
    QVBoxLayout *m_footLayout;
    QVBoxLayout *m_statusPlace;
    QLabel *m_pinnedTitle;
    StatusDot *m_status;
    QList<Entry> m_pages;
    QList<Entry> m_pinned;
    Place m_current;
    bool m_narrow = false;
};

} // namespace kontor::ui
