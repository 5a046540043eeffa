// The desktop program: builds the objects, hands references on, and runs.
#include "screenshots.h"
#include "single_instance.h"
#include "startup.h"

#include "base/large_blocks.h"
#include "main_window/main_window.h"
#include "preferences/preferences.h"
#include "records/all_records.h"
#include "theme/theme_watcher.h"

#include <QApplication>
#include <QTimer>

using namespace kontor;

int main(int argc, char **argv) {
    giveBackLargeBlocks();
    startup::prepareEnvironment(argc, argv);
    QApplication application(argc, argv);
    startup::nameApplication();
    const startup::Options options = startup::parseCommandLine(application.arguments());
    const std::unique_ptr<Preferences> preferences = startup::makePreferences(options);
    const bool takesPictures = !options.screenshotFolder.isEmpty();
    const QString base = takesPictures ? QString() : startup::baseToOpen(options, *preferences);
    if (SingleInstance::wakeOther(base))
        return 0;
    startup::chooseLanguage(application, options.language.isEmpty() ? preferences->language() : options.language,
                            options.mirrored);
    ui::ThemeWatcher theme(application, startup::themeChoice(options.theme.isEmpty() ? preferences->theme() : options.theme));

    ui::MainWindow window(*preferences, theme, records::openOptions());
    SingleInstance instance;
    QObject::connect(&window, &ui::MainWindow::baseOpened, &instance, &SingleInstance::hold);
    QObject::connect(&instance, &SingleInstance::wanted, &window, &ui::MainWindow::comeToFront);
    std::unique_ptr<Screenshots> screenshots;
    if (takesPictures) {
        screenshots = std::make_unique<Screenshots>(window, records::openOptions(), options.screenshotFolder, options.window);
        QTimer::singleShot(0, screenshots.get(), &Screenshots::start);
    } else if (!base.isEmpty()) {
        window.openBase(base);
    }
    window.show();
    return QApplication::exec();
}
