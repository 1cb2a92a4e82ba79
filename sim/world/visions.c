#include "world/visions.h"

#include "world/draw.h"

static const double SPREAD = 0.45;

double visions_draw(struct stream *draw)
{
    return elementary_clamp(SPREAD * stream_normal(draw), -1, 1);
}

static void renew(float *anchor, float *vision, struct stream draw)
{
    for (size_t k = 0; k < 2; k++)
        anchor[k] = vision[k] = (float)visions_draw(&draw);
}

void visions_renew_organisation(struct world *world, uint32_t organisation, struct moment now)
{
    struct organisations *o = &world->organisations;
    renew(o->anchor + (size_t)2 * organisation, o->vision + (size_t)2 * organisation,
          stream_open(now, DRAW_VISION, organisation));
}

void visions_renew_municipality(struct world *world, size_t municipality, struct moment now)
{
    struct municipalities *m = &world->municipalities;
    renew(m->anchor + 2 * municipality, m->vision + 2 * municipality,
          stream_open(now, DRAW_VISION, UINT32_MAX - (uint32_t)municipality));
}
