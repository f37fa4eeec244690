// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translation.h"

#include "resources/resources.h"

#include <QCoreApplication>
#include <QTranslator>

#include <memory>

namespace kpwatch {

namespace {

std::unique_ptr<QTranslator> loaded(const QString& file) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file) || translator->isEmpty())
        return nullptr;
    return translator;
}

} // namespace

bool speak(const QString& language) {
    initResources();
    // Live as long as the application whose words they are; asked in the order of their coming, newest first.
    static std::unique_ptr<QTranslator> english, other;
    const auto inside = [](const QString& code) { return QStringLiteral(":/words/kpwatch_%1.qm").arg(code); };
    if (!english && (english = loaded(inside(QStringLiteral("en")))))
        QCoreApplication::installTranslator(english.get());
    if (other)
        QCoreApplication::removeTranslator(other.get());
    other.reset();
    if (language == QLatin1String("en"))
        return true;
    other = loaded(language.endsWith(QLatin1String(".qm")) ? language : inside(language));
    if (other)
        QCoreApplication::installTranslator(other.get());
    return other != nullptr;
}

} // namespace kpwatch
