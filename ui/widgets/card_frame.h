// A raised surface with rounded corners and a hairline: cards on pages, popovers, the find box, toasts.
#pragma once

#include <QFrame>

namespace kontor::ui {

enum class CardKind { Flat, Floating }; // Floating: over other things, with a soft shadow inside its own margins

class CardFrame : public QFrame {
    Q_OBJECT

public:
    explicit CardFrame(CardKind kind = CardKind::Flat, QWidget *parent = nullptr);
    // Room for the shadow on each side; layouts inside start within it.
    int shadow() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CardKind m_kind;
};

} // namespace kontor::ui
