// SPDX-License-Identifier: GPL-3.0-or-later
// How a window that only looks on changes something in a record that another program is writing: it asks that program,
// over a local socket of this user alone, and is answered. A message is its length (4 bytes, the highest first, at most
// 1 MiB) and JSON: {"edit":"judgement", ...}, {"edit":"change","settings":{...},"watchlist":{...}} with one of the two
// or both, or {"edit":"step-aside"}; the answer {"ok":true} or {"refused":"one sentence"}. Who asks may do so in any
// thread.
#pragma once

#include "app/errors.h"
#include "app/story/judgement.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>

namespace kpwatch {

struct Change; // app/chosen.h

// Of the program that records, while it holds the writer's lock. Lives in a thread with an event loop; takes at most a
// few callers at a time and lets none of them wait.
class EditDoor : public QObject {
    Q_OBJECT
  public:
    struct Takers {
        std::function<void(const Judgement&)> judgement;
        std::function<void()> stepAside{}; // gives up the record soon, for as long as another holds it; none refuses
        std::function<void(const Change&)> change{}; // of settings and watchlist; none refuses
    };
    // Takers may throw InputError and StorageError. Where the socket cannot be made nobody is let in; watching goes on.
    EditDoor(const std::filesystem::path& directory, Takers take, QObject* parent = nullptr);
    ~EditDoor() override;
    // Its socket lies in the record's folder: where that was moved or removed, another is made at the same address.
    void keepOpen();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Adds it to the record, by ourselves if nobody writes there, else by asking who does. On disk when it returns; blocks
// for some seconds at most. Throws WriterBusyError if the other does not answer, InputError if it refuses,
// StorageError.
void sayInRecord(const std::filesystem::path& directory, const Judgement& judgement);

// The program that records there goes over to these settings and this watchlist, and keeps them in its files. Throws
// WriterBusyError if it does not answer, InputError if it refuses.
void changeInRecord(const std::filesystem::path& directory, const Change& change);

// Does work that takes the writer's lock. Who records gives it up for that long, and goes on watching meanwhile. Blocks
// for as long as the work, and some seconds at most before it. Throws WriterBusyError if the other does not, and what
// the work throws.
void asWriter(const std::filesystem::path& directory, const std::function<void()>& work);

// Whether another program records there: it has the writer's lock, and its door is open. Who works on a record for a
// moment, as `kpwatch import` and `kpwatch doctor` do, opens none. Blocks for a moment.
bool isRecordedElsewhere(const std::filesystem::path& directory);

} // namespace kpwatch
