// The end side of the card: next steps, purchases, people and company, each under its heading.
#pragma once

#include "customers/card_content.h"
#include "forms/row_model.h"

namespace kontor::ui {

class Formats;

inline constexpr QLatin1StringView kAddRelation("links.add_relation"); // the plus of people and company
inline constexpr QLatin1StringView kAddFiles("links.add_files");

struct CardLink {
    enum class Kind { Heading, Step, Sum, Bought, All, Related, File, Copying, Nothing };

    QByteArray key;
    Kind kind = Kind::Heading;
    QLatin1StringView action; // of a heading: what its plus does
    QLatin1StringView icon;
    QString title;
    QString detail; // second line
    QString amount; // at the end, for numbers
    Id id;          // task, purchase or customer
    Id record;      // that F2 edits and Delete removes
    QByteArray group = {}; // of All: whose lines it stands for
    bool isLate = false;
};

class CardLinksModel : public RowModel<CardLink> {
    Q_OBJECT

public:
    explicit CardLinksModel(const Formats &formats, QObject *parent = nullptr) : RowModel(parent), m_formats(formats) {}

    void setContent(const CardContent &content);
    void clear();
    void setReadOnly(bool isReadOnly); // nothing is offered that would write
    bool isReadOnly() const { return m_isReadOnly; }
    void setCopying(const QString &words); // a file that is on its way in; empty: none
    void showAll(const QByteArray &group); // "steps", "purchases", "people", "files": the others too

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void addSteps(QList<CardLink> &links, const CardContent &content) const;
    void addPurchases(QList<CardLink> &links, const CardContent &content) const;
    void addPeople(QList<CardLink> &links, const CardContent &content) const;

    void addFiles(QList<CardLink> &links, const CardContent &content) const;
    // The first lines of a group, and one that stands for the others.
    void addGroup(QList<CardLink> &links, const QByteArray &group, const QList<CardLink> &lines, const QString &all) const;
    void refresh();

    const Formats &m_formats;
    CardContent m_content;
    QString m_copying;
    bool m_isReadOnly = false;
    QSet<QByteArray> m_whole; // groups that are shown with all their lines
};

} // namespace kontor::ui
