// What the sanitizers ask a test program: a report ends the test, and what is known of libraries that were built without them is
// left out. The names are those of the sanitizers' interfaces.
extern "C" {

const char *__ubsan_default_options() { return "print_stacktrace=1:halt_on_error=1"; }
const char *__asan_default_options() { return "detect_stack_use_after_return=1:strict_string_checks=1"; }
const char *__lsan_default_options() { return "print_suppressions=0"; }
const char *__tsan_default_options() { return "halt_on_error=1:second_deadlock_stack=1"; }

// Memory that libraries keep until the program ends, on purpose.
const char *__lsan_default_suppressions() {
    return "leak:libicuuc.so\nleak:libicui18n.so\nleak:libprotobuf.so\nleak:libphonenumber.so\nleak:libfontconfig.so\n";
}

// The thread sanitizer does not see the locks inside Qt: events that one thread makes and another deletes, and what only Qt touches.
const char *__tsan_default_suppressions() {
    return "called_from_lib:libglib-2.0.so\nrace_top:libQt6Core.so\nrace:QMetaCallEvent\nrace:~QWaitCondition\nrace:"
           "QWaitCondition::~\nmutex:libQt6Core.so\n"
           "race_top:libsqlite3.so\nrace_top:libqsqlite.so\nrace_top:libQt6Sql.so\nrace_top:libicuuc.so\n";
}
}
