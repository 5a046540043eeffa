#include "exchange/contact_card.h"

#include "base/partial_date.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestKept = 4 * 1024;  // characters of one line
constexpr qsizetype kLargestKept = 32 * 1024; // of a card
constexpr qsizetype kMostPhotos = 4;
const QString kTooMuch = u"not_kept"_s;

} // namespace

bool ContactAddress::isEmpty() const {
    return poBox.isEmpty() && extended.isEmpty() && street.isEmpty() && city.isEmpty() && region.isEmpty() &&
           postalCode.isEmpty() && country.isEmpty();
}

bool ContactCardBuilder::set(const QString &title, const QString &text) {
    if (text.isEmpty())
        return true;
    if (m_set.contains(title)) {
        return std::any_of(m_cells.cbegin(), m_cells.cend(),
                           [&](const auto &cell) { return cell.title == title && cell.text == text; });
    }
    m_set.insert(title);
    m_cells.append({title, text});
    return true;
}

void ContactCardBuilder::add(const QString &title, const QString &text) {
    const bool known =
        std::any_of(m_cells.cbegin(), m_cells.cend(), [&](const auto &cell) { return cell.title == title && cell.text == text; });
    if (!text.isEmpty() && !known)
        m_cells.append({title, text});
}

void ContactCardBuilder::addPhone(const QString &text, const QString &label, int rank) {
    if (const QString plain = plainPhone(text); !plain.isEmpty())
        m_phones.append({rank, {plain, label}});
}

void ContactCardBuilder::addEmail(const QString &text, const QString &label, int rank) {
    QString plain = text.trimmed();
    if (plain.startsWith(u"mailto:"_s, Qt::CaseInsensitive))
        plain.remove(0, 7);
    if (!plain.isEmpty())
        m_emails.append({rank, {plain, label}});
}

void ContactCardBuilder::addAddress(const ContactAddress &address, int rank) {
    if (!address.isEmpty())
        m_addresses.append({rank, address});
}

void ContactCardBuilder::addTag(QString name) {
    name = name.replace(u';', u',').replace(u'|', u'/').simplified();
    if (!name.isEmpty() && !m_tags.contains(name))
        m_tags << name;
}

void ContactCardBuilder::addNote(const QString &text) {
    if (!text.isEmpty() && !m_notes.contains(text))
        m_notes << text;
}

void ContactCardBuilder::keep(const QString &line) {
    if (line.size() > kLongestKept || m_keptSize + line.size() > kLargestKept) {
        leaveOut(kTooMuch, line.left(60));
        return;
    }
    m_keptSize += line.size();
    m_kept << line;
}

void ContactCardBuilder::leaveOut(const QString &title, const QString &what) { m_cells.append({title, what}); }

void ContactCardBuilder::addPhoto(const QByteArray &content, const QString &problem) {
    const QString ending = pictureEnding(content);
    QString why = problem;
    if (why.isEmpty() && ending.isEmpty())
        why =
            QCoreApplication::translate("kontor::exchange", "The photo was left out: it is no picture of a kind that is known.");
    else if (why.isEmpty() && m_files.size() >= kMostPhotos)
        why = QCoreApplication::translate("kontor::exchange", "A photo was left out: up to %1 are kept.").arg(kMostPhotos);
    if (!why.isEmpty()) {
        leaveOut(u"photo"_s, why);
        if (m_files.size() <= kMostPhotos)
            m_files.append({kPhotoName, {}, why});
        return;
    }
    const auto before =
        std::count_if(m_files.cbegin(), m_files.cend(), [](const RowFile &file) { return file.problem.isEmpty(); });
    m_files.append({kPhotoName + (before > 0 ? u" %1."_s.arg(before + 1) : u"."_s) + ending, content});
}

void ContactCardBuilder::addPoints(QList<Ranked<Point>> &points, const QString &title) {
    std::stable_sort(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.rank < b.rank; });
    for (int i = 0; i < points.size(); ++i) {
        const QString numbered = title + QString::number(i + 1);
        m_cells.append({numbered, points.at(i).value.text});
        if (!points.at(i).value.label.isEmpty())
            m_cells.append({numbered + u"_label"_s, points.at(i).value.label});
    }
}

QList<ContactCard::Cell> ContactCardBuilder::cells() {
    addPoints(m_phones, u"phone"_s);
    addPoints(m_emails, u"email"_s);
    std::stable_sort(m_addresses.begin(), m_addresses.end(), [](const auto &a, const auto &b) { return a.rank < b.rank; });
    for (int i = 0; i < m_addresses.size(); ++i) {
        const ContactAddress &address = m_addresses.at(i).value;
        for (const auto &[part, text] : {std::pair{"Label", address.label},
                                         {"Street", address.street},
                                         {"Extended Address", address.extended},
                                         {"PO Box", address.poBox},
                                         {"City", address.city},
                                         {"Region", address.region},
                                         {"Postal Code", address.postalCode},
                                         {"Country", address.country}}) {
            if (!text.isEmpty())
                m_cells.append({u"Address %1 - "_s.arg(i + 1) + QLatin1String(part), text});
        }
    }
    if (!m_tags.isEmpty())
        m_cells.append({u"tags"_s, m_tags.join(u';') + u';'}); // a comma in a tag parts nothing then
    if (!m_notes.isEmpty())
        m_cells.append({u"note"_s, m_notes.join(u'\n')});
    if (!m_kept.isEmpty())
        m_cells.append({m_keptTitle, m_kept.join(u'\n')});
    return std::move(m_cells);
}

QString plainPhone(const QString &text) {
    static const QRegularExpression extension(u"(?:;ext=|[;,pPwW]+)\\s*(\\d{1,8})\\s*#?$"_s), parameters(u";[A-Za-z-]+=.*$"_s);
    QString plain = text.simplified();
    if (plain.startsWith(u"tel:"_s, Qt::CaseInsensitive))
        plain.remove(0, 4);
    QString digits;
    if (const auto match = extension.match(plain); match.hasMatch()) {
        digits = match.captured(1);
        plain.truncate(match.capturedStart());
    }
    plain.remove(parameters);
    plain = plain.replace(u',', u' ').replace(u';', u' ').simplified();
    return digits.isEmpty() ? plain : plain.isEmpty() ? digits : plain + u" ext. "_s + digits;
}

QString plainDate(const QString &text, int yearOmitted) {
    static const QRegularExpression day(u"^(\\d{4}|--)-?(\\d{2})-?(\\d{2})(?:[T ].*)?$"_s);
    const auto match = day.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt(); // 0 for "--"
    const bool isKnown = year > 0 && year != yearOmitted;
    const QString iso = (isKnown ? match.captured(1) : u"-"_s) + u'-' + match.captured(2) + u'-' + match.captured(3);
    return parsePartialDate(iso) ? iso : QString();
}

} // namespace kontor::exchange
