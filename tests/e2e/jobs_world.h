// A base, the window on it, and the acts of a person that are counted: a shortcut, a click, or one typed value.
#pragma once

#include "support/window_driver.h"

namespace kontor::tests {

class JobsWorld {
public:
    JobsWorld();

    // Beside those whom the jobs speak of: so many others with a history, as a file brings them.
    void addOthers(int customers);
    void openWindow();

    WindowDriver &driver() { return *m_driver; }
    workspace::Base &base() { return *m_base; }
    qint64 count(const QString &table, const QString &where = QStringLiteral("1"));
    QString text(const QString &query);

    // One act each.
    void shortcut(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void value(const QString &text);
    void valueAfterTab(const QString &text);
    void click(QWidget *widget, const QPoint &place);
    int acts() const { return m_acts; }
    void countAnew() { m_acts = 0; }

    ui::CustomerCardPage *openAnna();

    Id anna;
    Id lars;

private:
    Id add(const QString &name, const QString &company, const QString &city, const QString &phone, qint64 bought);

    TemporaryBase m_base{{QStringLiteral("SE"), QStringLiteral("EUR"), QStringLiteral("Europe/Stockholm"), QStringLiteral("en")}};
    std::unique_ptr<WindowDriver> m_driver;
    int m_patienceMs = kPatienceMs;
    int m_acts = 0;
};

struct Job {
    const char *number; // as the specification of the screens counts them
    const char *name;
    int acts;                     // at the most
    void (*prepare)(JobsWorld &); // not counted
    void (*run)(JobsWorld &);
};

const QList<Job> &jobs();
inline void PrintTo(const Job &job, std::ostream *out) { *out << "job " << job.number; } // else its bytes

} // namespace kontor::tests
