// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of work beside the GUI thread, with its progress and an end: the bell says "look again" and carries
// nothing. GUI thread, but for what is said.
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace kpwatch {

class Background : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    ~Background() override; // asks it to stop, and waits

    // Throws nothing: what the work throws becomes trouble(). One at a time.
    void run(std::function<void(const std::stop_token& stop)> work);
    void stop() { m_thread.request_stop(); }
    bool isRunning() const { return m_running; }
    int permille() const { return m_permille; }
    void setShare(double share);                             // by the work
    const std::string& trouble() const { return m_trouble; } // of the last that ended; a sentence, or empty

  Q_SIGNALS:
    void bell();  // from its thread
    void moved(); // permille() is another
    void ended(); // the thread is over

  private:
    std::atomic<int> m_permille = 0;
    std::atomic<bool> m_over = false;
    bool m_running = false;
    bool m_wired = false;
    std::string m_trouble; // written by the thread before m_over
    std::jthread m_thread;
    void look();
};

} // namespace kpwatch
