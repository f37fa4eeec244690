// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app_look.h"

#include "ui/desktop_wishes.h"
#include "ui/remembered.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QApplication>
#include <QLocale>

namespace kpwatch {

namespace {

bool granted(Wish wish, bool (*desktop)()) { return wish == Wish::AsDesktop ? desktop() : wish == Wish::Yes; }

} // namespace

void speakAsChosen(const Look& look) {
    const bool korean =
        look.language.isEmpty() ? QLocale().language() == QLocale::Korean : look.language == QLatin1String("ko");
    speak(korean ? QStringLiteral("ko") : QStringLiteral("en"));
}

void wearLook(const Look& look) {
    installFonts();
    const bool dark = look.theme == ThemeChoice::Dark || (look.theme == ThemeChoice::System && desktopPrefersDark());
    setHighContrast(granted(look.contrast, desktopPrefersContrast));
    setStill(granted(look.stillness, desktopPrefersStillness));
    const Theme& theme = screenTheme(dark);
    QApplication::setPalette(paletteOf(theme));
    qApp->setStyleSheet(styleSheetOf(theme));
    setTextScale(look.textPercent / 100.0);
    QApplication::setFont(font(13));
}

} // namespace kpwatch
