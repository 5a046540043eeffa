// What the window does for its pages.
#pragma once

#include "base/error.h"
#include "main_window/place.h"
#include "widgets/banner.h"
#include "widgets/formats.h"
#include "widgets/toast.h"

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class ActionRegistry;

class Shell {
public:
    virtual ~Shell() = default;

    virtual void go(const Place &place) = 0; // with a step in the history
    virtual void goBack() = 0;
    virtual void showToast(const ToastText &text) = 0;   // the result of the person's own act
    virtual void showUndoToast(const QString &text) = 0; // the same with Undo
    virtual void showError(const Error &error) = 0;      // what happened and what it means, in the banner
    virtual void announce(const QString &sentence) = 0;  // for screen readers
    virtual void perform(QLatin1StringView action) = 0;
    virtual const Formats &formats() const = 0;
    virtual ActionRegistry &actions() = 0;
    virtual Preferences &preferences() = 0;
};

} // namespace kontor::ui
