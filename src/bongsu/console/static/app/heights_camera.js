// Where the camera of the page with heights stands: from the side, so that a height is seen as one; from above; behind what flies.

const SIDE = -0.3; // pitch, radians: low enough for heights, high enough for the ground
const SLANT = -0.6; // for satellites, which are seen above the ground that they see
const STEEP = -1.1; // for what lies on the ground
const ABOVE = -Math.PI / 2 + 1e-3;
const MARGIN = 1.25;

/** The camera of a widget. */
export function makeCamera(cesium, widget) {
  const { BoundingSphere, Cartesian3, HeadingPitchRange, Matrix4, Transforms } = cesium;
  const camera = widget.camera;

  /** Half the angle that the picture's width takes. */
  function halfWidth() {
    const { fov, aspectRatio } = camera.frustum;
    return aspectRatio >= 1 ? fov / 2 : Math.atan(Math.tan(fov / 2) * aspectRatio);
  }

  /** Direction from a place to another as seen at a third, clockwise from north. */
  function azimuth(from, to, at) {
    const inverse = Matrix4.inverseTransformation(Transforms.eastNorthUpToFixedFrame(at), new Matrix4());
    const way = Matrix4.multiplyByPointAsVector(inverse, Cartesian3.subtract(to, from, new Cartesian3()), new Cartesian3());
    return Math.atan2(way.x, way.y);
  }

  function look(sphere, heading, pitch, range) {
    camera.flyToBoundingSphere(sphere, { duration: 0, offset: new HeadingPitchRange(heading, pitch, range) });
    widget.scene.requestRender();
  }

  const fitting = (sphere, least) => Math.max((MARGIN * sphere.radius) / Math.tan(halfWidth()), least);

  return {
    /** Across a way, which then runs from left to right; `points` are all that should be seen, `flat` that all lies on the ground. */
    side(way, points, least, flat = false) {
      const sphere = BoundingSphere.fromPoints(points);
      const heading = way.length > 1 ? azimuth(way[0], way.at(-1), sphere.center) - Math.PI / 2 : 0;
      look(sphere, heading, way.length > 1 ? SIDE : flat ? STEEP : SLANT, fitting(sphere, least));
    },
    above(points, least) {
      const sphere = BoundingSphere.fromPoints(points);
      look(sphere, 0, ABOVE, fitting(sphere, least));
    },
    /** At the side of something that flies, near enough that the ground under it is seen. */
    follow(here, next, height) {
      const half = Cartesian3.multiplyByScalar(here, 1 - height / 2 / Cartesian3.magnitude(here), new Cartesian3());
      look(new BoundingSphere(half, height / 2), next ? azimuth(here, next, here) - Math.PI / 2 : 0, SIDE, 2.6 * height + 120000);
    },
    turn(right, up) {
      const angle = 0.06 * Math.min(1, camera.positionCartographic.height / 4e6);
      if (right) camera.rotateRight(-right * angle);
      if (up) camera.rotateUp(-up * angle);
      widget.scene.requestRender();
    },
    zoom(nearer) {
      const share = camera.positionCartographic.height * 0.3;
      nearer ? camera.zoomIn(share) : camera.zoomOut(share);
      widget.scene.requestRender();
    },
  };
}
