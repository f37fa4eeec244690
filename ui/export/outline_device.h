// SPDX-License-Identifier: GPL-3.0-or-later
// Paints on another painter with every text as shapes, for files that will be opened where the font is missing. GUI
// thread, or any with a QGuiApplication.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <memory>

namespace kpwatch {

class OutlineDevice : public QPaintDevice {
  public:
    OutlineDevice(QPainter& onto, QSize size);
    ~OutlineDevice() override;
    QPaintEngine* paintEngine() const override;

  protected:
    int metric(PaintDeviceMetric metric) const override;

  private:
    class Engine;
    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

} // namespace kpwatch
