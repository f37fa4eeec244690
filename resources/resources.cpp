// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDir>

// Q_INIT_RESOURCE declares a function and must stand outside any namespace.
static void registerAll() {
    Q_INIT_RESOURCE(kpwatch_data);
    Q_INIT_RESOURCE(kpwatch_fonts);
    Q_INIT_RESOURCE(kpwatch_icons);
    Q_INIT_RESOURCE(kpwatch_manual);
    Q_INIT_RESOURCE(kpwatch_words);
}

namespace kpwatch {

void initResources() { registerAll(); }

} // namespace kpwatch
