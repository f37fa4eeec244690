// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tell/tray_icon.h"

#include "ui/desktop_wishes.h"

#include <QPixmap>

namespace kpwatch {

namespace {

constexpr int sizes[] = {16, 22, 24, 32, 44, 48, 64}; // of panels, and of panels with twice the pixels

} // namespace

TrayIcon::TrayIcon(QObject* parent) : QObject(parent), m_headline(m_menu.addAction(tr("KPWatch"))), m_pause(nullptr) {
    m_headline->setEnabled(false);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Open")), &QAction::triggered, this, &TrayIcon::openWanted);
    m_pause = m_menu.addAction(tr("Pause for 1 h"));
    connect(m_pause, &QAction::triggered, this, &TrayIcon::pauseWanted);
    connect(m_menu.addAction(tr("Export last 24 h…")), &QAction::triggered, this, &TrayIcon::exportWanted);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitWanted);
    connect(&m_host, &TrayHost::changed, this, &TrayIcon::follow);
}

void TrayIcon::follow() {
    if (m_wanted && !m_icon && available()) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(&m_menu);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                Q_EMIT openWanted();
        });
        write();
    }
    draw();
    if (m_icon)
        m_icon->setVisible(m_wanted);
    Q_EMIT shownChanged();
}

void TrayIcon::setWanted(bool wanted) {
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    follow();
}

void TrayIcon::setDarkPanel(std::optional<bool> dark) {
    m_darkPanel = dark;
    draw();
}

void TrayIcon::setWords(const TrayWords& words) {
    if (words == m_words)
        return;
    const bool drawn = words.state == m_words.state;
    m_words = words;
    m_headline->setText(words.headline);
    m_pause->setText(words.paused ? tr("Resume") : tr("Pause for 1 h"));
    m_pause->setEnabled(words.running || words.paused);
    write();
    if (!drawn)
        draw();
}

void TrayIcon::write() {
    const QString& since = m_words.since;
    const QString tip = since.isEmpty() ? m_words.headline : m_words.headline + QLatin1Char('\n') + since;
    if (m_icon)
        m_icon->setToolTip(QString(tip).remove(QLatin1Char('<'))); // some panels read it as markup
}

void TrayIcon::draw() {
    if (!m_wanted || !m_icon)
        return; // nobody sees it, and asking the desktop for its colours takes a moment
    if (!m_darkPanel && !m_darkDesktop)
        m_darkDesktop = desktopPrefersDark();
    const bool dark = m_darkPanel ? *m_darkPanel : *m_darkDesktop;
    const QColor ink = dark ? Theme::night().text : Theme::light().text;
    QIcon icon;
    for (const int size : sizes)
        icon.addPixmap(QPixmap::fromImage(trayPicture(m_words.state, ink, size)));
    m_icon->setIcon(icon);
}

} // namespace kpwatch
