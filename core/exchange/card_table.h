// The contacts of an address book as a table: a first pass finds which columns there are and who belongs to which group, then rows stream.
#pragma once

#include "exchange/contact_card.h"
#include "exchange/table.h"

#include <QHash>

namespace kontor::exchange {

class CardTable : public Table {
public:
    std::optional<FileKind> kind() const override { return FileKind::Customers; }
    bool idsAreOfAddressBook() const override { return true; }
    Result<void> rewind() override;
    Result<bool> next(TableRecord &record) override;

protected:
    explicit CardTable(QString keptTitle) : m_keptTitle(std::move(keptTitle)) {}
    // `isSettled` is asked after a first pass; true: what was read may look otherwise now, so it is read once more.
    Result<void> layOut(const std::function<bool()> &isToBeReadAgain);

private:
    static constexpr int kMostColumns = 600;
    static constexpr int kMostAlike = 60;              // columns of one title
    static constexpr qsizetype kMostMembers = 500'000; // of all groups of a file

    struct GroupState {
        QString name;
        qsizetype members = 0; // of this file
        bool isCut = false;
    };

    virtual Result<void> restart() = 0;
    virtual Result<bool> nextCard(ContactCard &card) = 0;

    Result<void> scan();
    void countColumns(const ContactCard &card);
    void noteGroup(const ContactCard &card);
    void arrangeColumns();
    void tagWithGroups(ContactCard &card) const;
    Result<void> countMembers();
    void fillCells(const ContactCard &card);

    QString m_keptTitle;
    QHash<QString, int> m_most; // by title: how many a card has at most
    QStringList m_order;        // titles as they were met
    QHash<QString, int> m_first;
    QList<GroupState> m_groups;            // by their line's order
    QHash<QString, QList<int>> m_groupsOf; // by a member's key
    qsizetype m_members = 0;
    int m_nextGroup = 0;
    std::vector<QString> m_cells;
};

} // namespace kontor::exchange
