#include "exchange/row_file.h"

#include <QFileInfo>

#include <array>

namespace kontor::exchange {

namespace {

struct PictureMark {
    qsizetype at;
    QByteArrayView bytes;
    const char *ending;
};

const std::array<PictureMark, 11> kMarks{{{0, QByteArrayView("\xFF\xD8\xFF", 3), "jpg"},
                                          {0, QByteArrayView("\x89PNG\r\n\x1A\n", 8), "png"},
                                          {0, QByteArrayView("GIF87a", 6), "gif"},
                                          {0, QByteArrayView("GIF89a", 6), "gif"},
                                          {8, QByteArrayView("WEBP", 4), "webp"},
                                          {0, QByteArrayView("BM", 2), "bmp"},
                                          {0, QByteArrayView("II*\0", 4), "tiff"},
                                          {0, QByteArrayView("MM\0*", 4), "tiff"},
                                          {4, QByteArrayView("ftypheic", 8), "heic"},
                                          {4, QByteArrayView("ftypheix", 8), "heic"},
                                          {4, QByteArrayView("ftypmif1", 8), "heic"}}};

} // namespace

QString pictureEnding(QByteArrayView content) {
    for (const PictureMark &mark : kMarks) {
        if (content.size() >= mark.at + mark.bytes.size() && content.sliced(mark.at, mark.bytes.size()) == mark.bytes)
            return QString::fromLatin1(mark.ending);
    }
    return {};
}

bool isPhotoName(const QString &name) { return QFileInfo(name).completeBaseName().compare(kPhotoName, Qt::CaseInsensitive) == 0; }

} // namespace kontor::exchange
