// Gives customers out as vCards that phones, mail programs and our own import read: versions 3.0 and 4.0. It takes the titles and rows of the
// table that an export is; what vCard has no word for stands in properties of our own, which others pass over.
#pragma once

#include "base/result.h"

#include <QSaveFile>
#include <QStringList>

namespace kontor::exchange {

enum class VCardVersion { V3, V4 };

// One card with its BEGIN and END, folded. `photo`: a picture of a kind that is known, or nothing.
QByteArray vCardOf(const QStringList &titles, const QStringList &cells, VCardVersion version, const QByteArray &photo = {});
// No line longer than 75 bytes, broken between characters.
QByteArray foldedVCardLine(const QByteArray &line);

class VCardWriter {
public:
    VCardWriter(const QString &path, VCardVersion version) : m_file(path), m_version(version) {}

    // Errors: Gone, Full, ReadOnly, with the file's name. Nothing is at that place before commit().
    Result<void> open();
    void setPhoto(const QByteArray &photo) { m_photo = photo; } // of the row that is written next
    Result<void> writeRow(const QStringList &cells);            // the first are the titles
    Result<void> commit();

private:
    QSaveFile m_file;
    VCardVersion m_version;
    QStringList m_titles;
    QByteArray m_photo;
};

} // namespace kontor::exchange
