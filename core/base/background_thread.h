// Which thread gives way to which when there are more of them than processors.
#pragma once

namespace kontor {

// From now on this thread gives way to those that a person waits for, and still gets a share when all processors are busy: so the search index follows an
// import without taking its processor. For the rest of the thread's life: Linux lets nobody take it back.
// false: the system would not.
bool workInBackground();

} // namespace kontor
