console.log("flask-deploy");
