// Tags of a customer (Ctrl+G): typing narrows, Enter puts a tag on or takes it off, a new word is a new tag. Each act is saved at once.
#pragma once

#include "forms/popover.h"
#include "tags/tag.h"

#include <QList>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace kontor::ui {

class PaletteLabel;

class TagsPopover : public Popover {
    Q_OBJECT

public:
    explicit TagsPopover(QWidget *page);

    void open(const QRect &anchor);
    void setTags(const QList<Tag> &all, const QList<Tag> &carried); // while it is open too

signals:
    void toggled(const QString &name, kontor::Id tag, bool isCarried); // an invalid id: a new tag
    void colourWanted(kontor::Id tag, int colour);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildColours();
    void fill();
    void showColour();
    void toggleCurrent();
    const Tag *currentTag() const; // null: the row of a new one
    bool isCarried(Id tag) const;

    QList<Tag> m_all;
    QList<Tag> m_carried;
    QLineEdit *m_search;
    QListWidget *m_list;
    PaletteLabel *m_colour;
    QList<QToolButton *> m_colours;
};

} // namespace kontor::ui
