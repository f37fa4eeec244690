// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/background.h"

#include <exception>

namespace kpwatch {

Background::~Background() {
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void Background::run(std::function<void(const std::stop_token& stop)> work) {
    if (m_running)
        return;
    if (!m_wired)
        connect(this, &Background::bell, this, &Background::look, Qt::QueuedConnection);
    m_wired = m_running = true;
    m_over = false;
    m_permille = 0;
    m_trouble.clear();
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
        try {
            work(stop);
        } catch (const std::exception& error) {
            m_trouble = error.what();
        }
        m_over = true;
        Q_EMIT bell();
    });
}

void Background::setShare(double share) {
    const int permille = static_cast<int>(share * 1000);
    if (m_permille.exchange(permille) != permille)
        Q_EMIT bell();
}

void Background::look() {
    if (!m_running)
        return;
    if (!m_over) {
        Q_EMIT moved();
        return;
    }
    m_thread.join();
    m_running = false;
    Q_EMIT ended();
}

} // namespace kpwatch
