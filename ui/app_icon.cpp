// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app_icon.h"

#include "resources/resources.h"

#include <QApplication>
#include <QDirIterator>
#include <QIcon>

namespace kpwatch {

void installAppIcon() {
    initResources();
    QIcon icon;
    for (QDirIterator sizes(QStringLiteral(":/icons")); sizes.hasNext();)
        icon.addFile(sizes.next());
    QApplication::setWindowIcon(icon);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.kpwatch.kpwatch"));
}

} // namespace kpwatch
