// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/pass_wheel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace kpwatch {

namespace {

class PassesWheel : public QObject {
  public:
    using QObject::QObject;
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void passWheel(QWidget& field) { field.installEventFilter(new PassesWheel(&field)); }

void passWheels(QWidget& form) {
    for (QAbstractSpinBox* const each : form.findChildren<QAbstractSpinBox*>())
        passWheel(*each);
    for (QComboBox* const each : form.findChildren<QComboBox*>())
        passWheel(*each);
}

} // namespace kpwatch
