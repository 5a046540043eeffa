// The rows of Today. Newer content comes in without taking the current row, the scroll position or an open question away.
#pragma once

#include "forms/row_model.h"
#include "today/today_row.h"

namespace kontor::ui {

class TodayModel : public RowModel<TodayRow> {
    Q_OBJECT

public:
    explicit TodayModel(const Formats &formats, QObject *parent = nullptr);

    void setContent(const TodayContent &content);
    const Formats &formats() const { return m_formats; }
    int rowOfTask(Id task) const;
    // At once, before the file knows.
    void setDone(Id task, bool isDone);
    // Whose outcome is asked for below its row; invalid: nobody's.
    void ask(Id task);
    Id asked() const { return m_asked; }

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void mark(Id task, bool isAsking);

    const Formats &m_formats;
    Id m_asked;
};

} // namespace kontor::ui
