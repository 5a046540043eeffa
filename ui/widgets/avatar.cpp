#include "widgets/avatar.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Letter {
    QString text;
    QChar::Script script = QChar::Script_Unknown;
};

// The first letter of a word; "O'Brien" gives O, "(ООО)" gives О.
std::optional<Letter> firstLetter(QStringView word) {
    for (qsizetype i = 0; i < word.size(); ++i) {
        char32_t code = word[i].unicode();
        qsizetype length = 1;
        if (word[i].isHighSurrogate() && i + 1 < word.size()) {
            code = QChar::surrogateToUcs4(word[i], word[i + 1]);
            length = 2;
        }
        if (QChar::isLetter(code))
            return Letter{word.mid(i, length).toString().toUpper(), QChar::script(code)};
        i += length - 1;
    }
    return {};
}

bool standsAlone(QChar::Script script) {
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Arabic:
    case QChar::Script_Hebrew:
    case QChar::Script_Syriac: return true;
    default: return false;
    }
}

} // namespace

QString initialsOf(QStringView name) {
    QList<Letter> letters;
    for (const QStringView word : name.split(u' ', Qt::SkipEmptyParts))
        if (const auto letter = firstLetter(word))
            letters.append(*letter);
    if (letters.isEmpty())
        return {};
    if (letters.size() == 1 || standsAlone(letters.first().script) || standsAlone(letters.last().script))
        return letters.first().text;
    return letters.first().text + letters.last().text;
}

int avatarColour(Id id) {
    const quint64 mixedBits = quint64(id.value) * 0x9E3779B97F4A7C15ULL;
    return int((mixedBits >> 40) % 12);
}

void paintAvatar(QPainter *painter, const QRect &rect, const AvatarLook &look, const Theme &theme) {
    const PainterState state(painter);
    const QColor colour = theme.avatars[size_t(avatarColour(look.id))];
    drawRounded(painter, rect, look.organisation ? rect.height() * 0.22 : rect.height() / 2.0, colour);
    const QString initials = initialsOf(look.name);
    if (initials.isEmpty()) {
        const int side = rect.height() * 6 / 10;
        QRect box(0, 0, side, side);
        box.moveCenter(rect.center());
        Icon::paint(painter, box, look.organisation ? "building"_L1 : "person"_L1, theme.onAvatar());
        return;
    }
    QFont font = textFont(TextRole::Strong);
    font.setPixelSize(qRound(rect.height() * (initials.size() > 1 ? 0.38 : 0.46)));
    painter->setFont(font);
    painter->setPen(theme.onAvatar());
    painter->drawText(rect, Qt::AlignCenter | Qt::TextDontClip, initials);
}

Avatar::Avatar(int side, QWidget *parent) : QWidget(parent), m_side(side) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setLook(const AvatarLook &look) {
    m_look = look;
    setAccessibleName(look.name);
    update();
}

void Avatar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintAvatar(&painter, rect(), m_look, themeOf(this));
}

} // namespace kontor::ui
