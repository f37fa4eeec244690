// SPDX-License-Identifier: GPL-3.0-or-later
// A paint device that remembers every piece of text and where it was drawn, and draws nothing.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>
#include <QString>
#include <QTransform>

#include <vector>

namespace kpwatch {

struct WrittenText {
    QString text;
    QRectF box; // of the letters' line: from ascent to descent, in device pixels
    qreal pixelSize = 0;
};

class TextRecorder : public QPaintDevice {
  public:
    explicit TextRecorder(QSize size) : m_size(size), m_engine(*this) {}

    const std::vector<WrittenText>& texts() const { return m_texts; }
    QString all() const {
        QString result;
        for (const WrittenText& each : m_texts)
            result += each.text + QLatin1Char('\n');
        return result;
    }

    QPaintEngine* paintEngine() const override { return &m_engine; }

  protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmWidthMM:
        case PdmHeightMM:
        case PdmNumColors:
        case PdmDepth:
            return 32;
        }
        return 0;
    }

  private:
    class Engine : public QPaintEngine {
      public:
        explicit Engine(TextRecorder& device) : QPaintEngine(QPaintEngine::AllFeatures), m_device(device) {}
        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState& now) override {
            if (now.state().testFlag(DirtyTransform))
                m_transform = now.transform();
        }
        void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
        void drawPath(const QPainterPath&) override {}
        void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF& at, const QTextItem& item) override {
            const QRectF box(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
            m_device.m_texts.push_back(
                {item.text(), m_transform.mapRect(box), static_cast<qreal>(item.font().pixelSize())});
        }
        Type type() const override { return User; }

      private:
        TextRecorder& m_device;
        QTransform m_transform;
    };

    QSize m_size;
    std::vector<WrittenText> m_texts;
    mutable Engine m_engine;
};

} // namespace kpwatch
