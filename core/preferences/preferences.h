// What this person prefers on this PC: never in the shared file. Kept in the user's configuration.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace kontor {

class Preferences {
public:
    Preferences(); // of this user
    explicit Preferences(const QString &file);

    QString theme() const; // system, light, dark
    void setTheme(const QString &theme);
    QString language() const; // en, ru, de, zh, sv, fa, cy; empty: the system's
    void setLanguage(const QString &language);
    QString calendar() const; // gregorian, persian; empty: that of the language
    void setCalendar(const QString &calendar);
    int firstDayOfWeek() const; // 1 (Monday) to 7; 0: as the language has it
    void setFirstDayOfWeek(int day);
    int textSize() const; // per cent, 80 to 150
    void setTextSize(int percent);
    bool compactRows() const;
    void setCompactRows(bool compact);
    bool animations() const;
    void setAnimations(bool animated);
    bool navigationCollapsed() const;
    void setNavigationCollapsed(bool collapsed);

    // How a call is begun: tel, sip, callto, or template.
    QString callMethod() const;
    void setCallMethod(const QString &method);
    // Of `template`: a web address, or a program and its arguments, with {number} in it. Never run by a shell.
    QString callTemplate() const;
    void setCallTemplate(const QString &text);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    // Of another window or a part of one (splitters, the window of a card), by its name.
    QByteArray layoutState(const QString &name) const;
    void setLayoutState(const QString &name, const QByteArray &state);
    // Widths, order and visibility of the columns of one list, as its header keeps them.
    QByteArray columns(const QString &list) const;
    void setColumns(const QString &list, const QByteArray &state);
    QString sort(const QString &list) const;
    void setSort(const QString &list, const QString &sort);
    QString grouping(const QString &list) const; // the key of a column; empty: none
    void setGrouping(const QString &list, const QString &column);
    bool previewPane() const; // beside the customers list
    void setPreviewPane(bool shown);

    // The customers whose cards were opened last in one base, newest first: their ids alone.
    QList<qint64> recentCustomers(const QString &baseId) const;
    void setRecentCustomers(const QString &baseId, const QList<qint64> &ids);

    QString lastBase() const;
    QStringList recentBases() const; // newest first, at most eight
    void noteBase(const QString &path);
    void forgetBase(const QString &path);

private:
    template <class T>
    T value(const QString &name, const T &otherwise) const;

    mutable QSettings m_settings;
};

} // namespace kontor
