#include "preferences/preferences.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSmallestText = 80;
constexpr int kLargestText = 150;
constexpr int kMostRecent = 8;
} // namespace

Preferences::Preferences() : m_settings(QSettings::IniFormat, QSettings::UserScope, u"Kontor"_s, u"kontor"_s) {}

Preferences::Preferences(const QString &file) : m_settings(file, QSettings::IniFormat) {}

template <class T>
T Preferences::value(const QString &name, const T &otherwise) const {
    return m_settings.value(name, QVariant::fromValue(otherwise)).template value<T>();
}

QString Preferences::theme() const {
    const QString theme = value(u"look/theme"_s, u"system"_s);
    return theme == "light"_L1 || theme == "dark"_L1 ? theme : u"system"_s;
}

void Preferences::setTheme(const QString &theme) { m_settings.setValue(u"look/theme"_s, theme); }

QString Preferences::language() const { return value(u"language"_s, QString()); }

void Preferences::setLanguage(const QString &language) { m_settings.setValue(u"language"_s, language); }

QString Preferences::calendar() const {
    const QString calendar = value(u"calendar"_s, QString());
    return calendar == "gregorian"_L1 || calendar == "persian"_L1 ? calendar : QString();
}

void Preferences::setCalendar(const QString &calendar) { m_settings.setValue(u"calendar"_s, calendar); }

int Preferences::firstDayOfWeek() const {
    const int day = value(u"first_day_of_week"_s, 0);
    return day >= Qt::Monday && day <= Qt::Sunday ? day : 0;
}

void Preferences::setFirstDayOfWeek(int day) { m_settings.setValue(u"first_day_of_week"_s, day); }

int Preferences::textSize() const { return qBound(kSmallestText, value(u"look/text_size"_s, 100), kLargestText); }

void Preferences::setTextSize(int percent) {
    m_settings.setValue(u"look/text_size"_s, qBound(kSmallestText, percent, kLargestText));
}

bool Preferences::compactRows() const { return value(u"look/compact_rows"_s, false); }

void Preferences::setCompactRows(bool compact) { m_settings.setValue(u"look/compact_rows"_s, compact); }

bool Preferences::animations() const { return value(u"look/animations"_s, true); }

void Preferences::setAnimations(bool animated) { m_settings.setValue(u"look/animations"_s, animated); }

bool Preferences::navigationCollapsed() const { return value(u"window/navigation_collapsed"_s, false); }

void Preferences::setNavigationCollapsed(bool collapsed) { m_settings.setValue(u"window/navigation_collapsed"_s, collapsed); }

QString Preferences::callMethod() const {
    const QString method = value(u"calling/method"_s, u"tel"_s);
    static const QStringList known{u"tel"_s, u"sip"_s, u"callto"_s, u"template"_s};
    return known.contains(method) ? method : known.first();
}

void Preferences::setCallMethod(const QString &method) { m_settings.setValue(u"calling/method"_s, method); }

QString Preferences::callTemplate() const { return value(u"calling/template"_s, QString()); }

void Preferences::setCallTemplate(const QString &text) { m_settings.setValue(u"calling/template"_s, text); }

QByteArray Preferences::windowGeometry() const { return value(u"window/geometry"_s, QByteArray()); }

void Preferences::setWindowGeometry(const QByteArray &geometry) { m_settings.setValue(u"window/geometry"_s, geometry); }

QByteArray Preferences::layoutState(const QString &name) const { return value(u"layout/"_s + name, QByteArray()); }

void Preferences::setLayoutState(const QString &name, const QByteArray &state) {
    m_settings.setValue(u"layout/"_s + name, state);
}

QByteArray Preferences::columns(const QString &list) const { return value(u"lists/%1/columns"_s.arg(list), QByteArray()); }

void Preferences::setColumns(const QString &list, const QByteArray &state) {
    m_settings.setValue(u"lists/%1/columns"_s.arg(list), state);
}

QString Preferences::sort(const QString &list) const { return value(u"lists/%1/sort"_s.arg(list), QString()); }

void Preferences::setSort(const QString &list, const QString &sort) { m_settings.setValue(u"lists/%1/sort"_s.arg(list), sort); }

QString Preferences::grouping(const QString &list) const { return value(u"lists/%1/grouping"_s.arg(list), QString()); }

void Preferences::setGrouping(const QString &list, const QString &column) {
    m_settings.setValue(u"lists/%1/grouping"_s.arg(list), column);
}

bool Preferences::previewPane() const { return value(u"window/preview_pane"_s, false); }

void Preferences::setPreviewPane(bool shown) { m_settings.setValue(u"window/preview_pane"_s, shown); }

QList<qint64> Preferences::recentCustomers(const QString &baseId) const {
    QList<qint64> ids;
    for (const QString &id : value(u"bases/%1/recent_customers"_s.arg(baseId), QStringList()))
        if (const qint64 number = id.toLongLong(); number > 0)
            ids << number;
    return ids;
}

void Preferences::setRecentCustomers(const QString &baseId, const QList<qint64> &ids) {
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    m_settings.setValue(u"bases/%1/recent_customers"_s.arg(baseId), texts);
}

QString Preferences::lastBase() const { return recentBases().value(0); }

QStringList Preferences::recentBases() const { return value(u"bases/recent"_s, QStringList()); }

void Preferences::noteBase(const QString &path) {
    QStringList recent = recentBases();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(u"bases/recent"_s, QStringList(recent.mid(0, kMostRecent)));
}

void Preferences::forgetBase(const QString &path) {
    QStringList recent = recentBases();
    recent.removeAll(path);
    m_settings.setValue(u"bases/recent"_s, recent);
}

} // namespace kontor
