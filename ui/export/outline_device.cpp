// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/outline_device.h"

#include <QPainterPath>

namespace kpwatch {

class OutlineDevice::Engine : public QPaintEngine {
  public:
    explicit Engine(QPainter& onto) : QPaintEngine(QPaintEngine::AllFeatures), m_onto(onto), m_base(onto.transform()) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override {
        const DirtyFlags dirty = now.state();
        if (dirty.testFlag(DirtyTransform))
            m_onto.setTransform(now.transform() * m_base);
        if (dirty.testFlag(DirtyPen))
            m_onto.setPen(now.pen());
        if (dirty.testFlag(DirtyBrush))
            m_onto.setBrush(now.brush());
        if (dirty.testFlag(DirtyHints))
            m_onto.setRenderHints(now.renderHints());
        if (dirty.testFlag(DirtyOpacity))
            m_onto.setOpacity(now.opacity());
    }

    void drawPath(const QPainterPath& path) override { m_onto.drawPath(path); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        if (mode == PolylineMode)
            m_onto.drawPolyline(points, count);
        else
            m_onto.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override {
        m_onto.drawPixmap(place, pixmap, part);
    }
    void drawImage(const QRectF& place, const QImage& image, const QRectF& part, Qt::ImageConversionFlags) override {
        m_onto.drawImage(place, image, part);
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        QPainterPath letters;
        letters.addText(at, item.font(), item.text());
        m_onto.fillPath(letters, m_onto.pen().brush());
    }

  private:
    QPainter& m_onto;
    const QTransform m_base;
};

OutlineDevice::OutlineDevice(QPainter& onto, QSize size) : m_size(size), m_engine(std::make_unique<Engine>(onto)) {}
OutlineDevice::~OutlineDevice() = default;

QPaintEngine* OutlineDevice::paintEngine() const { return m_engine.get(); }

int OutlineDevice::metric(PaintDeviceMetric metric) const {
    constexpr int dots = 96; // an inch
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return m_size.width() * 254 / (10 * dots);
    case PdmHeightMM:
        return m_size.height() * 254 / (10 * dots);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dots;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    case PdmNumColors:
    case PdmDepth:
        return 32;
    }
    return 0;
}

} // namespace kpwatch
